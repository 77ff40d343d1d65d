package org.awarenessweek.journey;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import jakarta.mail.internet.MimeMessage;
import org.awarenessweek.JourneyTest;
import org.awarenessweek.MovableClock;
import org.awarenessweek.Visitor;
import org.awarenessweek.event.LaterEmails;
import org.awarenessweek.event.form.EventAnswers;
import org.awarenessweek.mail.TestMailServer;
import org.awarenessweek.page.AllPages;
import org.awarenessweek.team.member.TeamMember;
import org.awarenessweek.team.member.TestTeam;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An event from the organiser's form to the calendar, and what may become of it there.
 */
@JourneyTest
class EventJourneyTests {

	private static final Pattern TICKED = Pattern
		.compile("name=\"(event\\[\\d+])\" value=\"([^\"]+)\"(?: checked=\"checked\")?>");

	private final String title = "Songs " + UUID.randomUUID();

	private final String slug = this.title.toLowerCase().replace(' ', '-');

	private final String address = UUID.randomUUID() + "@example.org";

	@Autowired
	private ApplicationContext application;

	@Autowired
	private MovableClock clock;

	@Autowired
	private JdbcClient database;

	@LocalServerPort
	private int port;

	private Visitor visitor;

	@BeforeEach
	void arrive() {
		this.clock.set(MovableClock.START);
		this.visitor = new Visitor(this.port);
	}

	@Test
	void isOnTheCalendarOnceConfirmedAndPublished() throws InterruptedException {
		assertThat(this.visitor.get("/calendar/submit").body()).contains("Add your event", "Wednesday 9 June");
		HttpResponse<String> check = this.visitor.post("/calendar/submit", answers().fields());
		assertThat(check.statusCode()).isEqualTo(200);
		assertThat(check.body()).contains("Check your answers", this.title, "9:30am to 11am", this.address);
		assertThat(Visitor.redirect(send(check, answers()))).isEqualTo("/calendar/sent?soon=yes");
		assertThat(this.visitor.get("/calendar/sent").body()).contains("Check your inbox", "2 working days");
		assertThat(this.visitor.get("/calendar/sent?soon=yes").body()).contains("Your event starts soon");
		assertThat(this.visitor.cookies()).isEmpty();

		String link = TestMailServer.pathIn(TestMailServer.onlyMailTo(this.address));
		HttpResponse<String> page = this.visitor.get(link);
		assertThat(page.body()).contains("<title>Confirm your event –", "Confirm your event</button>", this.title);
		assertThat(page.headers().firstValue("Cache-Control")).hasValue("no-store");
		assertThat(page.headers().firstValue("X-Robots-Tag")).hasValue("noindex");
		assertThat(page.headers().firstValue("Referrer-Policy")).hasValue("strict-origin");
		assertThat(status()).as("after looking").isEqualTo("UNCONFIRMED");
		this.database.sql("delete from team_notice where template <> ''").update();
		this.database.sql("update event set status = 'DECLINED' where status = 'WAITING'").update();
		TeamMember anna = TestTeam.newMember(this.application);
		Visitor member = TestTeam.signedIn(this.application, this.port, anna);
		for (int i = 0; i < 2; i++) {
			assertThat(confirm(link).body()).contains("Thank you, your event is confirmed");
		}
		assertThat(status()).isEqualTo("WAITING");
		assertThat(this.visitor.get("/calendar").body()).doesNotContain(this.title);
		assertThat(this.visitor.get("/calendar/" + this.slug).statusCode()).isEqualTo(404);

		assertThat(member.get("/team/events").body()).contains(this.title);
		HttpResponse<String> desk = member.get("/team");
		assertThat(desk.body()).contains("Events to review");
		assertMailed(anna.email().value(), "Starts tomorrow: An event is waiting for review: " + this.title);
		act(member, "publish", "It is on the calendar.");
		assertThat(this.visitor.get("/calendar").body()).contains(this.title);
		HttpResponse<String> event = this.visitor.get("/calendar/" + this.slug);
		assertThat(event.body())
			.contains(this.title, "Book a place", "https://example.org/book?a=1&amp;b=2", "Babies in Mind", "Captions")
			.contains(
					"href=\"https://www.openstreetmap.org/search?query=The%20Old%20Library%2C%20High%20Street%2C%20Leeds%2C%20LS1%201AA\"")
			.containsPattern(
					"rel=\"external nofollow ugc noopener\" href=\"https://example.org/book[^>]*>Their page about")
			.contains("href=\"/calendar/" + this.slug + "/ask\">Write to the organiser")
			.doesNotContain(this.address, "Ada Byron", "For%20the%20organiser");
		var mail = TestMailServer.mailsTo(this.address, 2).getLast();
		assertThat(TestMailServer.subjectOf(mail)).isEqualTo("On the calendar: " + this.title);
		assertThat(TestMailServer.linkIn(mail)).endsWith("/calendar/" + this.slug);
		assertThat(this.visitor.get(link).body()).contains("It is on the calendar");
		assertThat(this.visitor.cookies()).isEmpty();
	}

	@Test
	void stampsTheCheckPage() {
		HttpResponse<String> check = this.visitor.post("/calendar/submit", answers().fields());
		assertThat(sent(answers().with("checked", "yes")).statusCode()).isEqualTo(422);
		assertThat(sent(answers().with("checked", "yes").with("stamp", "1.x")).body())
			.contains("has not been sent yet");
		assertThat(sent(answers().with("checked", "yes").with("stamp", stamp(check))).statusCode())
			.as("faster than anyone reads")
			.isEqualTo(422);
		this.clock.advance(Duration.ofDays(2));
		assertThat(sent(answers().with("checked", "yes").with("stamp", stamp(check))).statusCode()).as("stale")
			.isEqualTo(422);
		assertThat(number()).isZero();
	}

	@Test
	void isSaidToBeOverBeforeItIsSent() {
		assertThat(sent(answers()).body()).doesNotContain("This day is in the past");
		this.clock.advance(Duration.ofDays(2));
		assertThat(sent(answers()).body()).contains("Check your answers", "This day is in the past", "Send your event");
		this.clock.advance(Duration.ofDays(365));
		assertThat(this.visitor.get("/calendar/submit").body())
			.contains("Wednesday 9 June 2021", "The week is over: it was 7 to 13 June 2021",
					"For example, 4 June, or 4/6.")
			.contains("For example, 13 June, or 13/6.");
	}

	@Test
	void isShownBeforeItIsSentAsVisitorsWillSeeIt() {
		String check = this.visitor
			.post("/calendar/submit",
					answers().with("zone", "Adelaide").with("start", "10pm").with("end", "11pm").fields())
			.body();
		assertThat(check)
			.contains("This is how visitors will see your event.", "href=\"#page\"", "id=\"page\"", "Adelaide time",
					"1:30pm to 2:30pm")
			.doesNotContain("href=\"/calendar/preview");
		assertThat(this.database.sql("select count(*) from event where slug = 'preview'").query(Long.class).single())
			.isZero();
	}

	@Test
	void isComparedWithWhatIsOnTheCalendarBeforeItIsSent() {
		EventAnswers similar = new EventAnswers(this.title + " and more", "another@example.org").with("start", "3pm")
			.with("end", "4pm");
		EventAnswers samePlace = new EventAnswers("Nothing like it", "another@example.org");
		confirmed();
		assertThat(this.visitor.post("/calendar/submit", similar.fields()).body()).as("nobody sees what waits")
			.doesNotContain("Is your event on the calendar already?", this.slug);
		act(member(), "publish", "It is on the calendar.");
		for (EventAnswers sent : List.of(similar, samePlace)) {
			HttpResponse<String> check = this.visitor.post("/calendar/submit", sent.fields());
			assertThat(check.body()).contains("Is your event on the calendar already?",
					"href=\"/calendar/" + this.slug + "\"", "Wednesday 9 June 2021, 9:30am to 11am");
			assertThat(Visitor.redirect(send(check, sent))).startsWith("/calendar/sent");
		}
		assertThat(this.visitor.post("/calendar/submit", similar.with("day", "2021-06-10").fields()).body())
			.as("on another day")
			.doesNotContain("Is your event on the calendar already?");
	}

	@Test
	void goesBackToTheFormWithEveryAnswer() {
		HttpResponse<String> form = sent(answers().with("change", "yes"));
		assertThat(form.statusCode()).isEqualTo(200);
		assertThat(form.body()).contains("Add your event", "value=\"" + this.title + "\"", "value=\"9:30am\"",
				"We sing.\n\nAnd we talk", "value=\"https://example.org/book?a=1&amp;b=2\"");
		assertThat(form.body()).containsPattern("value=\"2021-06-09\"[^>]* checked")
			.containsPattern("value=\"both\"[^>]* checked");
	}

	@Test
	void keepsWhatWasTickedFromTheFormToTheCalendar() {
		EventAnswers several = answers().with("provisions[1]", "bsl")
			.with("allDay", "true")
			.with("lastDay", "2021-06-11")
			.with("start", null)
			.with("end", null);
		HttpResponse<String> check = sent(several);
		assertThat(check.body()).contains("Wednesday 9 June to Friday 11 June 2021", "all day", "England", "Everyone",
				"Free. ", "Donations are welcome", "<span>British Sign Language</span></li>");
		assertThat(check.body()).contains("name=\"provisions\" value=\"captions, bsl\"");
		EventAnswers hidden = several.with("provisions[0]", null)
			.with("provisions[1]", null)
			.with("provisions", "captions, bsl");
		assertThat(sent(hidden.with("change", "yes")).body()).containsPattern("value=\"bsl\" checked")
			.containsPattern("value=\"captions\" checked")
			.containsPattern("id=\"allDay\"[^>]* checked")
			.containsPattern("id=\"country\"[^>]* value=\"England\"");
		this.clock.advance(Duration.ofSeconds(3));
		send(check, hidden.with("change", null));
		assertThat(this.database.sql("select provisions || place_country || audience_group from event where title = ?")
			.param(this.title)
			.query(String.class)
			.single()).isEqualTo(" CAPTIONS BSL GB-ENGEVERYONE");
	}

	@Test
	void keepsTheAnswersOfWhoeverHasAProgramThatFillsInEverything() {
		HttpResponse<String> form = sent(answers().with("kettle", "1"));
		assertThat(form.statusCode()).isEqualTo(422);
		assertThat(form.body()).contains("<title>Error: ", "Please send the form again", "value=\"" + this.title + "\"")
			.containsPattern("hidden[^<]*<label for=\"kettle\">");
		submit(answers().with("kettle", null).with("fax", "1").with("website", "http://example.org"));
		TestMailServer.onlyMailTo(this.address);
	}

	@Test
	void isOneEventHoweverOftenItIsSent() {
		submit(answers());
		String seen = one("select id from event where title = ?", UUID.class) + "." + eventVersion();
		submit(answers().with("title", this.title.toUpperCase()).with("description", "Corrected"));
		assertThat(number()).isEqualTo(1);
		String link = TestMailServer.pathIn(TestMailServer.onlyMailTo(this.address));
		assertThat(this.visitor.get(link).body()).contains("Corrected");
		HttpResponse<String> stale = this.visitor.post("/calendar/confirm", "token", token(link), "event[0]", seen);
		assertThat(stale.statusCode()).isEqualTo(409);
		assertThat(stale.body()).contains("so it is not confirmed yet", "Corrected", "Confirm your event</button>");
		assertThat(confirm(link).body()).contains("Thank you, your event is confirmed");
		submit(answers().with("description", "Too late"));
		var mail = TestMailServer.mailsTo(this.address, 2).getLast();
		assertThat(TestMailServer.subjectOf(mail)).startsWith("We already have your event");
		submit(answers());
		TestMailServer.mailsTo(this.address, 2);
		assertThat(number()).isEqualTo(1);
		assertThat(this.visitor.get(link).body()).doesNotContain("Too late");
	}

	@Test
	void isOneEventWhenSentSixteenTimesAtOnce() throws InterruptedException, ExecutionException {
		String stamp = stamp(this.visitor.post("/calendar/submit", answers().fields()));
		this.clock.advance(Duration.ofSeconds(3));
		Callable<Integer> sending = () -> new Visitor(this.port)
			.post("/calendar/submit", answers().with("checked", "yes").with("stamp", stamp).fields())
			.statusCode();
		try (var senders = Executors.newFixedThreadPool(16)) {
			for (Future<Integer> answer : senders.invokeAll(Collections.nCopies(16, sending))) {
				assertThat(answer.get()).isEqualTo(303);
			}
		}
		assertThat(number()).isEqualTo(1);
		TestMailServer.onlyMailTo(this.address);
	}

	@Test
	void isConfirmedWithAllOthersThatItsOrganiserSendsInAnEvening() {
		List<String> titles = IntStream.range(0, 6).mapToObj((i) -> i + " " + this.title).toList();
		titles.forEach((one) -> {
			submit(answers().with("title", one));
			this.clock.advance(Duration.ofMinutes(20));
			LaterEmails.ask(this.application);
		});
		List<MimeMessage> mails = TestMailServer.mailsTo(this.address, 3);
		assertThat(TestMailServer.textOf(mails.getLast())).contains("sending us 3 events");
		String link = TestMailServer.pathIn(mails.getFirst());
		String page = this.visitor.get(link).body();
		assertThat(page).contains(titles).contains("Confirm your 6 events</button>");
		HttpResponse<String> none = this.visitor.post("/calendar/confirm", "token", token(link));
		assertThat(none.statusCode()).isEqualTo(422);
		assertThat(none.body()).contains("Tick the events that you sent", "<title>Error: ");
		String first = TICKED.matcher(page).results().findFirst().orElseThrow().group(2);
		HttpResponse<String> some = this.visitor.post("/calendar/confirm", "token", token(link), "event[3]", first);
		assertThat(some.body()).contains("Thank you, your event is confirmed", "See 5 events not confirmed yet");
		assertThat(confirm(link).body()).contains("Thank you, your events are confirmed");
		assertThat(titles).allSatisfy((one) -> assertThat(status(one)).isEqualTo("WAITING"));
		this.clock.advance(Duration.ofDays(1));
		LaterEmails.ask(this.application);
		TestMailServer.mailsTo(this.address, 3);
	}

	@Test
	void isNamedInOneEmailWithAllThatFollowedAnEmailWithinTenMinutes() {
		submit(answers());
		String first = TestMailServer.pathIn(TestMailServer.onlyMailTo(this.address));
		for (int day = 10; day <= 11; day++) {
			submit(answers().with("day", "2021-06-" + day));
			submit(answers().with("day", "2021-06-" + day));
		}
		LaterEmails.ask(this.application);
		TestMailServer.onlyMailTo(this.address);
		String seen = this.visitor.get(first).body();
		this.clock.advance(Duration.ofMinutes(10));
		LaterEmails.ask(this.application);
		MimeMessage second = TestMailServer.mailsTo(this.address, 2).getLast();
		assertThat(TestMailServer.textOf(second))
			.contains("sending us 3 events", "Wednesday 9 June 2021, 9:30am to 11am (UK time)",
					"Thursday 10 June 2021, 9:30am", "Friday 11 June 2021, 9:30am")
			.doesNotContain("It is planned for", "more.", this.title);
		LaterEmails.ask(this.application);
		TestMailServer.mailsTo(this.address, 2);
		assertThat(confirm(first, seen).statusCode()).as("the page from before the second email").isEqualTo(200);
		assertThat(number("WAITING")).isEqualTo(3);
	}

	@Test
	void isNotAskedAboutAgainOnceItIsConfirmed() {
		submit(answers());
		submit(answers().with("day", "2021-06-10"));
		confirm(TestMailServer.pathIn(TestMailServer.onlyMailTo(this.address)));
		this.clock.advance(Duration.ofMinutes(10));
		LaterEmails.ask(this.application);
		TestMailServer.onlyMailTo(this.address);
		assertThat(number("WAITING")).isEqualTo(2);
	}

	@Test
	void isAskedAboutTheDayAfterWhereNothingCouldBeSent() {
		for (int i = 0; i < 4; i++) {
			submit(answers().with("title", i + " " + this.title));
			this.clock.advance(Duration.ofMinutes(10));
		}
		LaterEmails.ask(this.application);
		TestMailServer.mailsTo(this.address, 3);
		this.clock.advance(Duration.ofDays(1));
		LaterEmails.ask(this.application);
		var mail = TestMailServer.mailsTo(this.address, 4).getLast();
		assertThat(this.visitor.get(TestMailServer.pathIn(mail)).body()).contains("2 " + this.title);
		LaterEmails.ask(this.application);
		TestMailServer.mailsTo(this.address, 4);
	}

	@Test
	void isConfirmedByNobodyWhoReadsAnotherMailbox() {
		submit(answers());
		String other = "other-" + this.address;
		submit(answers().with("title", "Other " + this.title).with("email", other));
		String link = TestMailServer.pathIn(TestMailServer.onlyMailTo(other));
		assertThat(this.visitor.get(link).body()).doesNotContain(">" + this.title);
		String mine = one("select id from event where title = ?", UUID.class) + "." + eventVersion();
		this.visitor.post("/calendar/confirm", "token", token(link), "event[0]", mine);
		assertThat(status()).isEqualTo("UNCONFIRMED");
	}

	@Test
	void isNoMoreItsFirstContactsOnceTheTeamNamesAnother() {
		submit(answers());
		String first = TestMailServer.pathIn(TestMailServer.onlyMailTo(this.address));
		Visitor member = member();
		String second = "second-" + this.address;
		name(member, second);
		assertDead(first, "/calendar/confirm");
		assertThat(status()).isEqualTo("UNCONFIRMED");
		LaterEmails.ask(this.application);
		String link = TestMailServer.pathIn(TestMailServer.mailsTo(second, 1).getLast());
		assertThat(confirm(link).body()).contains("Thank you, your event is confirmed");
		act(member, "decline", "It is declined", "reason", "Say whom it is for.");
		String again = TestMailServer.pathIn(TestMailServer.mailsTo(second, 2).getLast());
		assertThat(this.visitor.get(again).statusCode()).isEqualTo(200);
		name(member, "third-" + this.address);
		assertDead(link, "/calendar/confirm");
		assertDead(again, "/calendar/submit");
		assertThat(status()).isEqualTo("DECLINED");
	}

	@Test
	void isConfirmedByTheTeamForItsOrganiser() {
		submit(answers());
		Visitor member = member();
		assertThat(member.get("/team/events?status=UNCONFIRMED&q=" + this.address).body()).contains(this.title);
		act(member, "confirm", "It is confirmed, and waiting for review.");
		String path = path(member);
		assertThat(member.get(path).body()).contains("confirmed “" + this.title + "” for its organiser");
		assertThat(status()).isEqualTo("WAITING");
		assertThat(member.post(path + "/confirm", "version", version(member, path)).statusCode()).isEqualTo(409);
	}

	@Test
	void tellsItsOrganiserWhyAndWhatHasChanged() {
		confirmed();
		Visitor member = member();
		act(member, "publish", "It is on the calendar.");
		String path = path(member);
		EventAnswers later = answers().with("start", "10am")
			.with("cost", null)
			.with("slug", this.slug)
			.with("version", version(member, path));
		assertThat(Visitor.redirect(member.post(path + "/edit", later.fields()))).isEqualTo(path);
		String changed = TestMailServer.textOf(TestMailServer.mailsTo(this.address, 3).getLast());
		assertThat(changed)
			.contains(
					"When\nBefore: Wednesday 9 June 2021, 9:30am to 11am (UK time)\n"
							+ "Now: Wednesday 9 June 2021, 10am to 11am (UK time)\n",
					"Cost\nBefore: Donations are welcome\nNow: nothing\n")
			.doesNotContain("Postcode", "We sing");
		member.post(path + "/edit", later.with("version", version(member, path)).fields());
		assertThat(TestMailServer.mailsTo(this.address, 3)).as("where nothing has changed").hasSize(3);
		act(member, "postpone", "It is postponed", "reason", "The hall is flooded.");
		assertThat(TestMailServer.textOf(TestMailServer.mailsTo(this.address, 4).getLast()))
			.contains("The team’s reason:\nThe hall is flooded.\n");
		assertThat(member
			.post(path + "/cancel", "version", version(member, path), "reason", "x".repeat(901), "sure", "yes")
			.statusCode()).isEqualTo(422);
		act(member, "cancel", "It is cancelled.", "reason", "There is no other hall.");
		var cancelled = TestMailServer.mailsTo(this.address, 5).getLast();
		assertThat(TestMailServer.textOf(cancelled)).contains("There is no other hall.");
		assertThat(TestMailServer.htmlOf(cancelled)).contains("There is no other hall.");
		assertThat(member.get(path).body()).contains("cancelled “" + this.title + "”: There is no other hall.");
		assertThat(event()).doesNotContain("There is no other hall.");
	}

	@Test
	void givesEachOfManyOfTheSameNameAnAddress() throws InterruptedException, ExecutionException {
		String stamp = stamp(this.visitor.post("/calendar/submit", answers().fields()));
		this.clock.advance(Duration.ofSeconds(3));
		List<Callable<Integer>> sendings = IntStream.range(0, 16)
			.mapToObj((i) -> (Callable<Integer>) () -> new Visitor(this.port)
				.post("/calendar/submit",
						answers().with("email", i + this.address).with("checked", "yes").with("stamp", stamp).fields())
				.statusCode())
			.toList();
		try (var senders = Executors.newFixedThreadPool(16)) {
			for (Future<Integer> answer : senders.invokeAll(sendings)) {
				assertThat(answer.get()).isEqualTo(303);
			}
		}
		assertThat(number()).isEqualTo(16);
	}

	@Test
	void isDeclinedWithAReasonAndSentAgain() {
		confirmed();
		Visitor member = member();
		String path = path(member);
		asksFirst(member, "decline", "Decline this event?");
		HttpResponse<String> refusal = member.post(path + "/decline", "version", version(member, path), "sure", "yes");
		assertThat(refusal.statusCode()).isEqualTo(422);
		assertThat(refusal.body()).contains("<title>Error: ", "There is a problem", "href=\"#reason\"");
		assertThat(Visitor.redirect(member.post(path + "/decline", "version", version(member, path), "reason",
				"Say whom it's for & why.", "sure", "yes")))
			.isEqualTo(path);
		var mail = TestMailServer.mailsTo(this.address, 2).getLast();
		assertThat(TestMailServer.textOf(mail)).contains("Say whom it's for & why.");
		String link = TestMailServer.pathIn(mail);
		HttpResponse<String> form = this.visitor.get(link);
		assertThat(form.headers().firstValue("Cache-Control")).hasValue("no-store");
		assertThat(form.body()).contains("value=\"" + this.title + "\"", "value=\"" + this.address + "\"");

		EventAnswers better = answers().with("audience", "Fathers").with("token", token(link));
		assertThat(sent(answers().with("email", "x@example.org").with("token", token(link))).body())
			.contains("Enter the email address that we wrote to");
		close(true);
		try {
			HttpResponse<String> check = sent(better);
			assertThat(Visitor.redirect(send(check, better))).as("while no others are taken")
				.isEqualTo("/calendar/sent?again=yes&soon=yes");
		}
		finally {
			close(false);
		}
		assertThat(status()).isEqualTo("WAITING");
		assertThat(member.get(path).body()).contains("Fathers", "declined “" + this.title + "”: Say whom");
		assertThat(Visitor.redirect(this.visitor.get(link))).isEqualTo("/calendar/sent?again=yes");
		assertThat(Visitor.redirect(sent(better.with("audience", "Nobody")))).isEqualTo("/calendar/sent?again=yes");
		assertThat(member.get(path).body()).contains("Fathers").doesNotContain("Nobody");
		act(member, "publish", "It is on the calendar.");
		assertThat(this.visitor.get(link).statusCode()).isEqualTo(404);
		assertThat(sent(better).statusCode()).isEqualTo(404);
	}

	private void close(boolean closed) {
		this.database.sql("update edition set takes_events = ? where calendar_year = 2021").param(!closed).update();
		AllPages.forget(this.application);
	}

	@Test
	void staysOnTheCalendarWhateverBecomesOfIt() {
		confirmed();
		Visitor member = member();
		act(member, "publish", "It is on the calendar.");
		act(member, "full", "It is marked as full.", "full", "true");
		assertThat(event()).contains("All places are taken").doesNotContain("Book a place");
		act(member, "full", "no longer marked", "full", "false");
		act(member, "pin", "It comes first", "pinned", "true");
		assertThat(member.get(path(member)).body()).contains("/postpone\">", "Postpone the event");
		asksFirst(member, "postpone", "Postpone this event?");
		act(member, "postpone", "It is postponed");
		assertThat(event()).contains("This event is postponed").doesNotContain("Book a place");
		act(member, "publish", "It is on the calendar.");
		act(member, "recording", "The recording is added", "recording", "https://example.org/recording");
		asksFirst(member, "cancel", "Cancel this event?");
		act(member, "cancel", "It is cancelled.");
		assertThat(event()).contains("This event is cancelled");
		assertThat(this.visitor.get("/calendar").body()).contains(this.title, "Cancelled");
		assertThat(TestMailServer.mailsTo(this.address, 6)).extracting(TestMailServer::subjectOf)
			.map((subject) -> subject.replaceFirst(":.*", ""))
			.containsExactlyInAnyOrder("Confirm what you sent for Infant Mental Health Awareness Week",
					"On the calendar", "Postponed", "On the calendar", "Changed", "Cancelled");
		String path = path(member);
		assertThat(member.post(path + "/publish", "version", version(member, path)).statusCode())
			.as("cancelling is final")
			.isEqualTo(409);
		String named = "“" + this.title + "”";
		assertThat(member.get(path).body()).contains("put " + named + " on the calendar",
				"marked " + named + " as full", "pinned " + named, "postponed " + named,
				"added the recording of " + named, "cancelled " + named);
	}

	@Test
	void refusesAnEditThatDoesNotKnowOfAnother() {
		confirmed();
		Visitor member = member();
		act(member, "publish", "It is on the calendar.");
		String path = path(member);
		String seen = version(member, path);
		EventAnswers theirs = answers().with("free", null)
			.with("cost", "5 pounds")
			.with("slug", "their-" + this.slug)
			.with("version", seen);
		assertThat(Visitor.redirect(member.post(path + "/edit", theirs.fields()))).isEqualTo(path);
		HttpResponse<String> stale = member.post(path + "/edit",
				answers().with("free", null)
					.with("cost", "7 pounds")
					.with("slug", this.slug)
					.with("version", seen)
					.fields());
		assertThat(stale.statusCode()).isEqualTo(409);
		assertThat(stale.body()).contains("Someone else changed this event", "7 pounds</bdi></td>",
				"5 pounds</bdi></td>", "value=\"7 pounds\"");
		assertThat(event()).contains("5 pounds").doesNotContain("7 pounds");
		HttpResponse<String> old = this.visitor.get("/calendar/" + this.slug);
		assertThat(old.statusCode()).isEqualTo(301);
		assertThat(old.headers().firstValue("Location")).hasValue("/calendar/their-" + this.slug);
		assertThat(member.post(path + "/cancel", "version", seen, "sure", "yes").statusCode()).isEqualTo(409);
		String now = Pattern.compile("name=\"version\" value=\"(\\d+)\"")
			.matcher(stale.body())
			.results()
			.findFirst()
			.orElseThrow()
			.group(1);
		member.post(path + "/edit",
				answers().with("free", null)
					.with("cost", "7 pounds")
					.with("slug", this.slug)
					.with("version", now)
					.fields());
		assertThat(this.visitor.get("/calendar/" + this.slug).body()).contains("7 pounds");
	}

	@Test
	void keepsTheReasonAndTheLinkOfATeamThatMistypes() {
		confirmed();
		Visitor member = member();
		act(member, "publish", "It is on the calendar.");
		String path = path(member);
		for (String deed : List.of("decline", "postpone", "cancel", "recording")) {
			HttpResponse<String> refusal = member.post(path + "/" + deed, "version", version(member, path), "sure",
					"yes", "reason", "The hall \u0000is shut", "recording", "javascript:\u0007alert(1)");
			assertThat(refusal.statusCode()).as(deed).isEqualTo(422);
			assertThat(refusal.body()).containsAnyOf("The hall is shut", "javascript:alert(1)");
		}
		for (String version : List.of("x\u0000", "", "99999999999", "7777")) {
			HttpResponse<String> stale = member.post(path + "/cancel", "version", version, "sure", "yes", "reason",
					"The hall is shut");
			assertThat(stale.statusCode()).as(version).isEqualTo(409);
			assertThat(stale.body()).contains("Someone changed this event", "The hall is shut");
			HttpResponse<String> edit = member.post(path + "/edit",
					answers().with("cost", "7 pounds").with("free", null).with("version", version).fields());
			assertThat(edit.statusCode()).as(version).isEqualTo(409);
			assertThat(edit.body()).contains("7 pounds");
		}
		assertThat(status()).isEqualTo("PUBLISHED");
		act(member, "recording", "The recording is added.", "recording", " www.example.org/watch it ");
		this.clock.advance(Duration.ofDays(2));
		assertThat(event()).contains("https://www.example.org/watch%20it");
	}

	@Test
	void entersWhatCameByMail() {
		Visitor member = member();
		EventAnswers sparse = answers().with("day", "open").with("start", null).with("end", null).with("email", null);
		assertThat(member.post("/team/events/new", sparse.with("title", null).fields()).statusCode()).isEqualTo(422);
		String path = Visitor.redirect(
				member.post("/team/events/new", sparse.with("title", this.title).with("publish", "yes").fields()));
		assertThat(member.get(path).body()).contains("entered “" + this.title, "put “" + this.title);
		assertThat(event()).contains("Date to be confirmed");
		String waiting = "Waits " + this.title;
		String other = Visitor.redirect(member.post("/team/events/new", answers().with("title", waiting).fields()));
		assertThat(member.get(other).body()).contains("Waiting for review");
		assertThat(TestMailServer.mailsTo(this.address)).isEmpty();
	}

	@Test
	void saysWhatToDoWithALinkThatDoesNotWork() {
		for (String path : List.of("/calendar/confirm", "/calendar/confirm?token=", "/calendar/confirm?token=x",
				"/calendar/submit?token=x", "/calendar/confirm?token=" + "x".repeat(3000))) {
			HttpResponse<String> answer = this.visitor.get(path);
			assertThat(answer.statusCode()).as(path).isEqualTo(404);
			assertThat(answer.body()).contains("This link no longer works");
		}
		submit(answers());
		String link = TestMailServer.pathIn(TestMailServer.onlyMailTo(this.address));
		this.clock.advance(Duration.ofDays(14));
		assertThat(this.visitor.post("/calendar/confirm", "token", token(link)).statusCode()).isEqualTo(404);
		assertThat(status()).isEqualTo("UNCONFIRMED");
	}

	private EventAnswers answers() {
		return new EventAnswers(this.title, this.address);
	}

	private HttpResponse<String> sent(EventAnswers answers) {
		return this.visitor.post("/calendar/submit", answers.fields());
	}

	private HttpResponse<String> send(HttpResponse<String> check, EventAnswers answers) {
		this.clock.advance(Duration.ofSeconds(3));
		return sent(answers.with("checked", "yes").with("stamp", stamp(check)));
	}

	private void submit(EventAnswers answers) {
		Visitor.redirect(send(sent(answers), answers));
	}

	private void confirmed() {
		submit(answers());
		String link = TestMailServer.pathIn(TestMailServer.onlyMailTo(this.address));
		confirm(link);
	}

	private HttpResponse<String> confirm(String link) {
		return confirm(link, this.visitor.get(link).body());
	}

	private HttpResponse<String> confirm(String link, String page) {
		List<String> fields = new ArrayList<>(List.of("token", token(link)));
		TICKED.matcher(page).results().forEach((box) -> fields.addAll(List.of(box.group(1), box.group(2))));
		return this.visitor.post("/calendar/confirm", fields.toArray(String[]::new));
	}

	private void name(Visitor member, String contact) {
		String path = path(member);
		assertThat(Visitor.redirect(member.post(path + "/edit",
				answers().with("email", contact)
					.with("slug", this.slug)
					.with("version", version(member, path))
					.fields())))
			.isEqualTo(path);
	}

	private void assertDead(String link, String form) {
		assertThat(this.visitor.get(link).statusCode()).as(link).isEqualTo(404);
		String seen = one("select id from event where title = ?", UUID.class) + "." + eventVersion();
		assertThat(this.visitor.post(form, answers().with("token", token(link)).with("event[0]", seen).fields())
			.statusCode()).as(link).isEqualTo(404);
	}

	private String eventVersion() {
		return String.valueOf(one("select version from event where title = ?", Integer.class));
	}

	private Visitor member() {
		return TestTeam.signedIn(this.application, this.port);
	}

	private void act(Visitor member, String deed, String done, String... fields) {
		String path = path(member);
		List<String> all = new ArrayList<>(List.of("version", version(member, path), "sure", "yes"));
		all.addAll(List.of(fields));
		assertThat(Visitor.redirect(member.post(path + "/" + deed, all.toArray(String[]::new)))).isEqualTo(path);
		assertThat(member.get(path).body()).contains(done);
	}

	private void asksFirst(Visitor member, String deed, String question) {
		String path = path(member);
		String version = version(member, path);
		HttpResponse<String> asked = member.post(path + "/" + deed, "version", version);
		assertThat(asked.statusCode()).isEqualTo(200);
		assertThat(asked.body()).contains(question, this.address, "name=\"sure\"");
		assertThat(version(member, path)).as("nothing is done yet").isEqualTo(version);
	}

	private String event() {
		String path = "/calendar/" + this.slug;
		HttpResponse<String> answer = this.visitor.get(path);
		return (answer.statusCode() == 301)
				? this.visitor.get(answer.headers().firstValue("Location").orElseThrow()).body() : answer.body();
	}

	private String path(Visitor member) {
		return "/team/events/" + one("select id from event where title = ?", UUID.class);
	}

	private String version(Visitor member, String path) {
		member.get(path);
		return eventVersion();
	}

	private String status() {
		return status(this.title);
	}

	private String status(String title) {
		return this.database.sql("select status from event where title = ?").param(title).query(String.class).single();
	}

	private <T> T one(String query, Class<T> type) {
		return this.database.sql(query).param(this.title).query(type).single();
	}

	private int number() {
		return this.database.sql("select count(*) from event where lower(title) = ?")
			.param(this.title.toLowerCase())
			.query(Integer.class)
			.single();
	}

	private int number(String status) {
		return this.database.sql("select count(*) from event where title = ? and status = ?")
			.params(this.title, status)
			.query(Integer.class)
			.single();
	}

	private static String stamp(HttpResponse<String> check) {
		return Pattern.compile("name=\"stamp\" value=\"([^\"]+)\"")
			.matcher(check.body())
			.results()
			.findFirst()
			.orElseThrow()
			.group(1);
	}

	/** There may be other emails: the team is also told of what was waiting before. */
	private static void assertMailed(String address, String subject) {
		assertThat(subjects(address)).contains(subject);
	}

	private static Stream<String> subjects(String address) {
		return TestMailServer.mailsTo(address).stream().map(TestMailServer::subjectOf);
	}

	private static String find(String pattern, HttpResponse<String> page) {
		return Pattern.compile(pattern).matcher(page.body()).results().findFirst().orElseThrow().group();
	}

	private static String find(String pattern, HttpResponse<String> page, String otherwise) {
		return Pattern.compile(pattern)
			.matcher(page.body())
			.results()
			.findFirst()
			.map(MatchResult::group)
			.orElse(otherwise);
	}

	private static String token(String link) {
		return link.replaceFirst(".*token=", "");
	}

}
