package org.awarenessweek.journey;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

import org.awarenessweek.JourneyTest;
import org.awarenessweek.MovableClock;
import org.awarenessweek.Visitor;
import org.awarenessweek.event.draft.EventDraft;
import org.awarenessweek.event.draft.EventDrafting;
import org.awarenessweek.event.draft.EventDrafts;
import org.awarenessweek.event.form.EventAnswers;
import org.awarenessweek.mail.EmailAddress;
import org.awarenessweek.mail.TestMailServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** An event that is left for later, and finished on another day. */
@JourneyTest
class EventDraftJourneyTests {

	private static final String LATER = "/calendar/draft";

	private final String address = "Ada." + UUID.randomUUID() + "@example.org";

	@Autowired
	private EventDrafts drafts;

	@Autowired
	private EventDrafting drafting;

	@Autowired
	private MovableClock clock;

	@Autowired
	private JdbcClient database;

	@LocalServerPort
	private int port;

	@BeforeEach
	void beginInTime() {
		this.clock.set(MovableClock.START);
	}

	@Test
	void opensAsItWasTypedRightOrWrong() throws InterruptedException {
		Visitor visitor = visitor();
		EventAnswers typed = answers().with("title", "Songs \u2066\"<b>'\ud83d\udc76")
			.with("start", "half past nein")
			.with("description", "One\n\nTwo \u00e9\u4e2d\u0000")
			.with("country", "Atlantis")
			.with("zone", "Nowhere")
			.with("day", null)
			.with("provisions[3]", "baby-friendly");
		assertThat(Visitor.redirect(visitor.post(LATER, typed.fields()))).isEqualTo("/calendar/draft/sent");
		String link = link();
		String mail = TestMailServer.textOf(TestMailServer.onlyMailTo(this.address));
		assertThat(mail).contains("30 days").doesNotContain("Songs", "Ada Byron", "Babies in Mind", "half past");
		HttpResponse<String> form = visitor().get(link);
		assertThat(form.body())
			.contains("value=\"Songs ", "&quot;&lt;b&gt;", "value=\"half past nein\"", "value=\"Atlantis\"",
					"value=\"Nowhere\"", "One\n\nTwo &eacute;\u4e2d", "value=\"captions\" checked",
					"value=\"baby-friendly\" checked")
			.contains("as you left it", "Thursday 8 July 2021")
			.doesNotContain("Error: ", "data-keep");
		assertThat(form.headers().firstValue("Cache-Control")).hasValue("no-store");
		assertThat(form.headers().firstValue("X-Robots-Tag")).hasValue("noindex");
		assertThat(visitor().get(link).body()).as("a look changes nothing").isEqualTo(form.body());
	}

	@Test
	void isSavedAgainAsTheSameAndGoneOnceSent() throws InterruptedException {
		Visitor visitor = visitor();
		visitor.post(LATER, answers().fields());
		String link = link();
		String secret = link.replaceFirst(".*token=", "");
		visitor.post(LATER, answers().with("title", "Songs for all").with("draft", secret).fields());
		assertThat(mine()).singleElement().extracting(EventDraft::title).isEqualTo("Songs for all");
		assertThat(visitor.get(link).body()).contains("value=\"Songs for all\"", "name=\"draft\" value=\"" + secret);
		EventAnswers sent = answers().with("draft", secret);
		HttpResponse<String> check = visitor.post("/calendar/submit", sent.fields());
		assertThat(check.body()).contains("name=\"draft\" value=\"" + secret);
		String stamp = Pattern.compile("name=\"stamp\" value=\"([^\"]+)\"")
			.matcher(check.body())
			.results()
			.findFirst()
			.orElseThrow()
			.group(1);
		this.clock.advance(Duration.ofSeconds(5));
		Visitor.redirect(visitor.post("/calendar/submit", sent.with("checked", "yes").with("stamp", stamp).fields()));
		assertThat(mine()).isEmpty();
		assertThat(visitor.get(link).statusCode()).isEqualTo(404);
	}

	/** As somebody does who corrects a mistyped address. */
	@Test
	void isClosedToTheReaderOfTheAddressBefore() throws InterruptedException {
		String wrong = "wrong-" + this.address;
		visitor().post(LATER, answers().with("email", wrong).fields());
		String theirs = TestMailServer.pathIn(TestMailServer.onlyMailTo(wrong));
		visitor().post(LATER,
				answers().with("title", "Secret").with("draft", theirs.replaceFirst(".*token=", "")).fields());
		assertThat(visitor().get(theirs).statusCode()).isEqualTo(404);
		assertThat(visitor().get(link()).body()).contains("value=\"Secret\"");
		assertThat(mine()).hasSize(1);
	}

	@Test
	void takesATitleThatCannotBeOne() throws InterruptedException {
		visitor().post(LATER, answers().with("title", "Songs\u0000").fields());
		assertThat(visitor().get(link()).statusCode()).isEqualTo(200);
		assertThat(mine()).singleElement().extracting(EventDraft::title).isNull();
	}

	@Test
	void isOneHoweverOftenTheButtonIsPressed() throws InterruptedException {
		Visitor visitor = visitor();
		for (int i = 0; i < 3; i++) {
			visitor.post(LATER, answers().fields());
		}
		assertThat(mine()).hasSize(1);
		assertThat(TestMailServer.onlyMailTo(this.address)).isNotNull();
	}

	@Test
	void needsAnAddressAndKeepsEverythingWithoutOne() {
		for (String none : new String[] { null, "ada", "a@b" }) {
			HttpResponse<String> form = visitor().post(LATER, answers().with("email", none).fields());
			assertThat(form.statusCode()).isEqualTo(422);
			assertThat(form.body()).contains("href=\"#email\">Enter an email address", "value=\"Songs\"",
					"value=\"9:30am\"", "Ada Byron");
			assertThat(form.body().split("class=\"error\"")).as("nothing else is wrong yet").hasSize(2);
		}
	}

	@Test
	void isDeletedAfterThirtyDays() throws InterruptedException {
		visitor().post(LATER, answers().fields());
		String link = link();
		this.clock.advance(Duration.ofDays(30).minusMinutes(1));
		this.drafting.deleteOld();
		assertThat(visitor().get(link).statusCode()).isEqualTo(200);
		this.clock.advance(Duration.ofMinutes(2));
		assertThat(visitor().get(link).statusCode()).isEqualTo(404);
		this.drafting.deleteOld();
		assertThat(mine()).isEmpty();
	}

	@Test
	void isNotOpenedByALinkForAnythingElse() throws InterruptedException {
		visitor().post(LATER, answers().fields());
		String secret = link().replaceFirst(".*token=", "");
		for (String other : new String[] { "/calendar/submit", "/calendar/confirm", "/pledge/mine" }) {
			assertThat(visitor().get(other + "?token=" + secret).statusCode()).as(other).isEqualTo(404);
		}
		assertThat(visitor().get(LATER).statusCode()).isEqualTo(404);
	}

	/** Whoever fills the form with as much as is let in gets it back. */
	@Test
	void holdsTheLargestForm() throws InterruptedException {
		String most = "\u0001".repeat(20_000);
		assertThat(Visitor.redirect(visitor().post(LATER, answers().with("description", most).fields()))).isNotEmpty();
		assertThat(mine().getFirst().typed().length()).isGreaterThan(100_000);
		assertThat(visitor().get(link()).statusCode()).isEqualTo(200);
		this.database.sql("delete from event_draft").update();
	}

	private List<EventDraft> mine() {
		return this.drafts.of(new EmailAddress(this.address).mailbox());
	}

	private String link() throws InterruptedException {
		return TestMailServer.pathIn(TestMailServer.onlyMailTo(this.address));
	}

	private EventAnswers answers() {
		return new EventAnswers("Songs", this.address);
	}

	private Visitor visitor() {
		return new Visitor(this.port);
	}

}
