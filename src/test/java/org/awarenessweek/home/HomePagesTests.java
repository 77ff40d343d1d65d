package org.awarenessweek.home;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.awarenessweek.JourneyTest;
import org.awarenessweek.MovableClock;
import org.awarenessweek.QueryCount;
import org.awarenessweek.Visitor;
import org.awarenessweek.edition.Editions;
import org.awarenessweek.event.Event;
import org.awarenessweek.event.content.EventDetails;
import org.awarenessweek.event.content.EventTime;
import org.awarenessweek.event.Events;
import org.awarenessweek.event.SampleEvents;
import org.awarenessweek.page.AllPages;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@JourneyTest
class HomePagesTests {

	@Autowired
	private ApplicationContext application;

	@Autowired
	private MovableClock clock;

	@Autowired
	private JdbcClient database;

	@Autowired
	private Editions editions;

	@Autowired
	private Events events;

	@LocalServerPort
	private int port;

	private Visitor visitor;

	@BeforeEach
	void arrive() {
		this.clock.set(MovableClock.START);
		this.visitor = new Visitor(this.port);
	}

	@AfterEach
	void goBackToTheWeek() {
		this.clock.set(MovableClock.START);
	}

	@ParameterizedTest
	@CsvSource({ "2021-06-05T22:59:59Z, Starts in 2 days", "2021-06-05T23:00:00Z, Starts tomorrow",
			"2021-06-06T23:00:00Z, On now: day 1 of 7", "2021-06-13T22:59:59Z, On now: day 7 of 7",
			"2021-06-13T23:00:00Z, Took place 7 to 13 June 2021" })
	void saysWhereTheWeekStandsByUkTime(Instant now, String line) {
		this.clock.set(now);
		assertThat(this.visitor.get("/").body()).contains(line);
	}

	@Test
	void showsTheThemeTheDaysTheNextEventsAndThePledge() {
		assertThat(this.visitor.get("/").body())
			.contains("Including infants in children and young people’s mental health")
			.contains("href=\"/calendar?day=2021-06-07#results\"", "href=\"/calendar?day=2021-06-13#results\"")
			.contains("All-Party Parliamentary Group for Conception to Age Two: meeting", "On now")
			.contains("We pledge to include infants", "#IMHAW21");
	}

	@ParameterizedTest
	@CsvSource({ "2021-03-14T23:59:59Z, Already on the calendar; Look back at 2020; The pledge; Get involved",
			"2021-03-15T00:00:00Z, Day by day; Next events; The pledge; Get involved",
			"2021-06-08T08:40:00Z, On now; Day by day; The pledge; Get involved",
			"2021-06-13T23:00:00Z, The pledge; Get involved; See you next June",
			"2022-01-01T00:00:00Z, The pledge; Get involved; The next week" })
	void showsWhatMattersInEachPhase(Instant now, String headings) {
		this.clock.set(now);
		assertThat(headings(this.visitor.get("/").body())).containsSubsequence(headings.split("; "));
	}

	@Test
	void leadsFirstToWhatCanBeWatchedNowAndThenToWhatIsNext() {
		Event live = add("Live", SampleEvents.uk(SampleEvents.TUESDAY, "09:00", "09:41"), "https://example.org/live",
				"https://example.org/recording");
		Event next = add("Next", SampleEvents.uk(SampleEvents.TUESDAY, "09:41", "10:00"), "https://example.org/next",
				null);
		Event later = add("Later", SampleEvents.uk(SampleEvents.TUESDAY, "09:42", "10:00"), null, null);
		try {
			String page = this.visitor.get("/").body();
			assertThat(headings(page)).startsWith("On now", "Next events", "Day by day", "The pledge");
			assertThat(section(page, "On now")).contains(live.path(), "href=\"https://example.org/live\">Watch live<")
				.doesNotContain(next.path(), "https://example.org/recording");
			assertThat(section(page, "Next events")).containsSubsequence(next.path(), "Starts soon", later.path())
				.doesNotContain(live.path(), "https://example.org/next");
		}
		finally {
			remove(live, next, later);
		}
	}

	@Test
	void leadsToWhatCanBeWatchedAgainOnceTheWeekIsOver() {
		LocalDate first = LocalDate.of(2021, 5, 24);
		Event recorded = add("Recorded", SampleEvents.uk(first, "00:00", "00:01"), null, "https://example.org/again");
		Event cancelled = this.events.save(SampleEvents.cancelled(recorded("Cancelled",
				SampleEvents.uk(first, "00:00", "00:01"), null, "https://example.org/cancelled")));
		try {
			assertThat(this.visitor.get("/").body()).doesNotContain("Watch again");
			this.clock.set(Instant.parse("2021-06-13T23:00:00Z"));
			assertThat(section(this.visitor.get("/").body(), "Watch again"))
				.contains(recorded.path(), "href=\"https://example.org/again\">Watch the recording<",
						"See all events of the week")
				.doesNotContain(cancelled.path());
		}
		finally {
			remove(recorded, cancelled);
		}
	}

	@Test
	void offersNoEventThatIsOver() {
		this.clock.set(Instant.parse("2021-06-08T10:00:00Z"));
		assertThat(this.visitor.get("/").body()).doesNotContain("All-Party Parliamentary Group");
	}

	@Test
	void asksTheDatabaseFourTimesAtTheMost() {
		this.visitor.get("/");
		assertThat(QueryCount.of(this.application, () -> this.visitor.get("/"))).isBetween(1L, 4L);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/", "/about", "/theme", "/get-involved", "/privacy", "/accessibility", "/editions" })
	void isTheSameForEverybodyAndHasWhatSearchEnginesNeed(String path) {
		HttpResponse<String> answer = this.visitor.get(path);
		assertThat(answer.statusCode()).isEqualTo(200);
		assertThat(answer.headers().firstValue("Cache-Control")).hasValue("public, no-cache");
		assertThat(answer.headers().firstValue("ETag")).isPresent();
		assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
		assertThat(answer.body())
			.contains("<title>", "Infant Mental Health Awareness Week</title>", "<meta name=\"description\" content=\"",
					"<link rel=\"canonical\" href=\"http://localhost" + path + "\">", "<meta property=\"og:title\"",
					"<html lang=\"en-GB\"")
			.doesNotContain("noindex", "<script", "style=\"");
		assertThat(answer.body()).isEqualTo(this.visitor.get(path).body());
	}

	@ParameterizedTest
	@CsvSource({ "2021-06-06T22:59:59Z, false", "2021-06-08T08:40:00Z, false", "2021-06-13T22:59:59Z, false",
			"2021-06-13T23:00:00Z, true" })
	void listsAWeekAmongThePastOnesOnceItIsOver(Instant now, boolean past) {
		this.clock.set(now);
		String page = this.visitor.get("/editions").body();
		assertThat(page).contains("<a href=\"/editions/2020\">2020</a>");
		assertThat(page.contains("<a href=\"/editions/2021\">2021</a>")).isEqualTo(past);
		assertThat(page.contains("<a href=\"/editions/2021\">The week of 2021</a>")).isEqualTo(!past);
		assertThat(page.contains("Not over yet") || page.contains("On now")).isEqualTo(!past);
	}

	@Test
	void leadsToWhatAPastWeekLeftAndToNothingElse() {
		this.clock.set(Instant.parse("2021-09-01T08:00:00Z"));
		AllPages.forget(this.application);
		assertThat(this.visitor.get("/editions/2018").body()).contains("href=\"/editions/2018/toolkit\"", "All weeks")
			.doesNotContain("What came of it", "/editions/2018/calendar", "/editions/2018/pledges",
					"/editions/2018/impact");
		assertThat(this.visitor.get("/editions/2021").body()).contains("What came of it", "href=\"/calendar\"");
		assertThat(this.visitor.get("/editions/2018/pledges").statusCode()).isEqualTo(404);
		assertThat(Visitor.redirect(this.visitor.get("/editions/2021/pledges"))).endsWith("/pledge/wall");
		change("update edition set pledge_statement = 'We pledge to listen.' where calendar_year = 2018");
		try {
			assertThat(this.visitor.get("/editions/2018/pledges").body()).contains("Who signed in 2018",
					"We pledge to listen.", "Nobody who signed is shown by name.");
			assertThat(sitemap()).contains("/editions/2018/pledges").doesNotContain("/editions/2017/pledges");
		}
		finally {
			change("update edition set pledge_statement = null where calendar_year = 2018");
		}
	}

	/**
	 * Each row of the list is read from the database once, and nothing of it stays open.
	 */
	@Test
	void canBeReadMoreOftenThanTheDatabaseHasConnections() {
		for (int times = 0; times < 30; times++) {
			AllPages.forget(this.application);
			assertThat(this.visitor.get("/editions").statusCode()).isEqualTo(200);
		}
	}

	@Test
	void hasAWayForEachVisitorBeforeAnythingElse() {
		assertThat(this.visitor.get("/get-involved").body()).containsSubsequence("href=\"/calendar\">Find an event",
				"href=\"/calendar?who=parents#results\"", "href=\"/pledge\">Sign the pledge",
				"href=\"/calendar/submit\">Add your event", "href=\"/toolkit\">Get the toolkit", "id=\"conversation\"",
				"id=\"contact\"");
	}

	@Test
	void quotesTheFoundationWordForWord() {
		assertThat(this.visitor.get("/about").body())
			.contains("“provides an opportunity for everyone working in the sector to raise awareness of the "
					+ "importance of babies’ social and emotional development, and to share work they are doing”")
			.contains("<figcaption>Parent-Infant Foundation</figcaption>");
		assertThat(this.visitor.get("/theme").body())
			.contains(
					"“<bdi>children and young people’s mental health should refer to the mental health of all children "
							+ "from 0-18 and beyond, but too often it is focused on older children</bdi>”")
			.contains("<figcaption><bdi>Parent-Infant Foundation</bdi></figcaption>");
	}

	@Test
	void showsWhichFactsAboutTheCharityAreNotSetYet() {
		assertThat(this.visitor.get("/privacy").body()).contains("class=\"unset\">not set yet")
			.contains("14 days", "six months after the week")
			.contains("hello@week.example");
	}

	@Test
	void listsEveryPublicPageForSearchEngines() {
		HttpResponse<String> sitemap = this.visitor.get("/sitemap.xml");
		assertThat(sitemap.headers().firstValue("Content-Type")).hasValue("application/xml;charset=UTF-8");
		assertThat(sitemap.body()).contains("<loc>http://localhost/</loc>", "<loc>http://localhost/editions/2016</loc>",
				"<loc>http://localhost/pledge/deeds</loc>", "<loc>http://localhost/calendar/submit</loc>",
				"<loc>http://localhost/calendar/appg-for-conception-to-age-two</loc>");
		assertThat(sitemap())
			.allSatisfy((path) -> assertThat(this.visitor.get(path).statusCode()).as(path).isEqualTo(200));
		assertThat(this.visitor.get("/robots.txt").body()).contains("Disallow: /team",
				"Sitemap: http://localhost/sitemap.xml");
	}

	@Test
	void listsNoPageThatTheWeekDoesNotHave() {
		var weeks = this.database.sql("select id, announced_at, takes_events, pledge_statement from edition")
			.query()
			.listOfRows();
		try {
			change("update edition set takes_events = false, pledge_statement = null");
			assertThat(sitemap()).contains("/calendar", "/pledge/wall", "/editions/2021")
				.doesNotContain("/calendar/submit", "/pledge");
			change("update edition set announced_at = null");
			assertThat(sitemap()).contains("/", "/editions")
				.allSatisfy((path) -> assertThat(this.visitor.get(path).statusCode()).as(path).isEqualTo(200));
		}
		finally {
			weeks.forEach((week) -> this.database
				.sql("update edition set announced_at = ?, takes_events = ?, pledge_statement = ? where id = ?")
				.param(week.get("announced_at"))
				.param(week.get("takes_events"))
				.param(week.get("pledge_statement"))
				.param(week.get("id"))
				.update());
			AllPages.forget(this.application);
		}
		assertThat(sitemap()).contains("/calendar/submit", "/pledge");
	}

	@Test
	void saysToWhomWeaknessesAreReported() {
		assertThat(this.visitor.get("/.well-known/security.txt").body()).contains("Contact: mailto:hello@week.example",
				"Expires: 2021-12-01T00:00:00Z");
	}

	private Event add(String title, EventTime time, @Nullable String live, @Nullable String recording) {
		return this.events.save(recorded(title, time, live, recording));
	}

	private Event recorded(String title, EventTime time, @Nullable String live, @Nullable String recording) {
		EventDetails details = new EventDetails(title, "We sing.", null, null, true, null, Set.of(), null, null, live,
				recording);
		return SampleEvents.published(this.editions.current(), details, time, SampleEvents.online(), "Babies in Mind");
	}

	private void remove(Event... events) {
		Stream.of(events)
			.forEach((event) -> this.database.sql("delete from event where id = ?").param(event.id()).update());
	}

	private static List<String> headings(String page) {
		return Pattern.compile("<h2[^>]*>([^<]*)</h2>").matcher(page).results().map((found) -> found.group(1)).toList();
	}

	/** From its heading to its end. */
	private static String section(String page, String heading) {
		String below = page.substring(page.indexOf(">" + heading + "</h2>"));
		return below.substring(0, below.indexOf("</section>"));
	}

	private List<String> sitemap() {
		return this.visitor.get("/sitemap.xml")
			.body()
			.lines()
			.filter((line) -> line.contains("<loc>"))
			.map((line) -> line.replaceAll(".*<loc>http://localhost|</loc>.*", ""))
			.toList();
	}

	private void change(String statement) {
		this.database.sql(statement).update();
		AllPages.forget(this.application);
	}

}
