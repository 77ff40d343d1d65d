package org.awarenessweek.notice;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.awarenessweek.JourneyTest;
import org.awarenessweek.MovableClock;
import org.awarenessweek.Statements;
import org.awarenessweek.Visitor;
import org.awarenessweek.page.AllPages;
import org.awarenessweek.team.TeamRecord;
import org.awarenessweek.team.TeamRecords;
import org.awarenessweek.team.member.TestTeam;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The team tells visitors something for a while. Pages are kept, as on a real site, and
 * the clock stands still unless it is moved.
 */
@JourneyTest
@TestPropertySource(properties = "page.age=1m")
class NoticeTeamTests {

	/** A page's age, and that of what it was made from. */
	private static final Duration UNTIL_ALL_SEE_IT = Duration.ofSeconds(75);

	private static final Instant TEN = Instant.parse("2021-06-09T09:00:00Z");

	private static final Instant NOON = Instant.parse("2021-06-09T11:00:00Z");

	private static final List<String> PAGES = List.of("/", "/calendar", "/pledge/wall", "/privacy", "/calendar/submit");

	@Autowired
	private ApplicationContext application;

	@Autowired
	private Notices notices;

	@Autowired
	private TeamRecords records;

	@Autowired
	private MovableClock clock;

	@LocalServerPort
	private int port;

	private Visitor visitor;

	private Visitor team;

	@BeforeEach
	void signIn() {
		this.clock.set(MovableClock.START);
		this.visitor = new Visitor(this.port);
		this.team = TestTeam.signedIn(this.application, this.port);
	}

	@AfterEach
	void takeDown() {
		this.notices.latestFirst().forEach(this.notices::delete);
		this.clock.set(MovableClock.START);
		AllPages.forget(this.application);
	}

	@Test
	void standsAboveEveryPageFromItsMomentUntilItsMoment() {
		add("The hall <is> shut", "10am", "midday");
		this.clock.set(TEN.minusMillis(1));
		assertThat(PAGES).noneMatch((page) -> shows(page, "The hall"));
		assertThat(this.team.get("/team/notices").body()).contains("From 9 June 2021, 10am");
		this.clock.set(TEN.plus(UNTIL_ALL_SEE_IT));
		assertThat(PAGES).allMatch((page) -> shows(page, "The hall &lt;is&gt; shut"));
		assertThat(this.visitor.get("/").body()).containsPattern(
				"(?s)aria-label=\"Notice\".*The hall .*href=\"/calendar\"[^>]*><bdi>See the calendar<.*<main");
		assertThat(this.team.get("/team/notices").body()).contains("Shown now").doesNotContain("aria-label=\"Notice\"");
		this.clock.set(NOON.minusMillis(1));
		assertThat(PAGES).allMatch((page) -> shows(page, "The hall"));
		this.clock.set(NOON.plus(UNTIL_ALL_SEE_IT));
		assertThat(PAGES).noneMatch((page) -> shows(page, "The hall"));
		assertThat(this.team.get("/team/notices").body()).contains(">Over<");
	}

	@Test
	void givesWayToOneThatBeganLaterAndComesBack() {
		add("Earlier", "10am", "5pm");
		add("Later", "11am", "midday");
		this.clock.set(TEN.plus(Duration.ofHours(1)));
		assertThat(this.visitor.get("/about").body()).contains("Later").doesNotContain("Earlier");
		assertThat(this.team.get("/team/notices").body()).contains("Hidden by a later notice");
		this.clock.set(NOON);
		assertThat(this.visitor.get("/theme").body()).contains("Earlier").doesNotContain("Later");
	}

	@Test
	void isEditedAndRemovedAtOnceAndOnRecord() {
		add("Before", "10am", "5pm");
		this.clock.set(TEN);
		assertThat(shows("/", "Before")).isTrue();
		Notice notice = this.notices.latestFirst().getFirst();
		String address = "/team/notices/" + notice.id();
		assertThat(this.team.get(address).body()).contains(">Before<", "value=\"10am\"", "value=\"/calendar\"");
		assertThat(post(address, "After", "10am", "5pm", "0").statusCode()).isEqualTo(303);
		assertThat(shows("/", "After")).isTrue();
		assertThat(this.team.post(address + "/remove", "version", "1").body()).contains("Remove this notice?", "After");
		assertThat(shows("/", "After")).as("after asking").isTrue();
		this.team.post(address + "/remove", "version", "1", "sure", "yes");
		assertThat(shows("/", "After")).isFalse();
		assertThat(this.records.of(notice.id())).extracting(TeamRecord::what)
			.containsExactlyInAnyOrder("added the notice “Before”", "edited the notice “After”",
					"removed the notice “After”");
	}

	@Test
	void isNotOverwrittenByAStaleForm() {
		add("Mine", "10am", "5pm");
		Notice notice = this.notices.latestFirst().getFirst();
		String address = "/team/notices/" + notice.id();
		post(address, "Hers", "10am", "5pm", "0");
		HttpResponse<String> stale = post(address, "Too late", "10am", "5pm", "0");
		assertThat(stale.statusCode()).isEqualTo(409);
		assertThat(stale.body()).contains("Someone else changed this notice", "Too late", "Hers");
		assertThat(this.team.post(address + "/remove", "version", "0", "sure", "yes").statusCode()).isEqualTo(409);
		assertThat(this.notices.latestFirst()).extracting((one) -> one.content().words()).containsExactly("Hers");
	}

	@ParameterizedTest
	@CsvSource({ "'', 10am, words", "Kept, 25:00, fromTime", "'Ke\u0000pt', 11am, words", "Kept, 10am, fromTime" })
	void refusesWhatCannotBeAndKeepsIt(String words, String from, String field) {
		add("First", "10am", "5pm");
		HttpResponse<String> refusal = post("/team/notices", words, from, "6pm", "0");
		assertThat(refusal.statusCode()).isEqualTo(422);
		assertThat(refusal.body()).contains("<title>Error: ", "There is a problem", "href=\"#" + field + "\"",
				"value=\"" + from, "value=\"6pm\"", words.isEmpty() ? "" : ">Kept<");
		assertThat(this.notices.latestFirst()).hasSize(1);
	}

	@Test
	void hasAtMost200Characters() {
		assertThat(post("/team/notices", "x".repeat(201), "10am", "5pm", "0").statusCode()).isEqualTo(422);
		add("x".repeat(200), "10am", "5pm");
	}

	@Test
	void isLookedUpOnceForAllPagesAndForNothingElse() {
		assertThat(lookUps("/calendar.ics", "/calendar/embed", "/pledge/count.json", "/no-such-page")).isEqualTo(0);
		assertThat(lookUps(PAGES.toArray(String[]::new))).isEqualTo(1);
	}

	@Test
	void isForTheTeamAlone() {
		assertThat(Visitor.redirect(this.visitor.get("/team/notices"))).contains("/team/sign-in");
	}

	private long lookUps(String... pages) {
		AllPages.forget(this.application);
		return this.application.getBean(Statements.class)
			.during(() -> List.of(pages).forEach(this.visitor::get))
			.stream()
			.filter((sent) -> sent.sql().contains("from notice "))
			.count();
	}

	private void add(String words, String from, String until) {
		assertThat(post("/team/notices", words, from, until, "0").statusCode()).isEqualTo(303);
	}

	private HttpResponse<String> post(String address, String words, String from, String until, String version) {
		return this.team.post(address, "version", version, "words", words, "link", "/calendar", "linkWords",
				"See the calendar", "fromDay", "Wednesday 9 June", "fromTime", from, "untilDay", "9 June 2021",
				"untilTime", until);
	}

	private boolean shows(String page, String words) {
		return this.visitor.get(page).body().contains(words);
	}

}
