package org.awarenessweek.journey;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.awarenessweek.JourneyTest;
import org.awarenessweek.MovableClock;
import org.awarenessweek.Visitor;
import org.awarenessweek.edition.Edition;
import org.awarenessweek.edition.Editions;
import org.awarenessweek.event.Event;
import org.awarenessweek.event.content.EventTime;
import org.awarenessweek.event.Events;
import org.awarenessweek.event.SampleCalendar;
import org.awarenessweek.event.SampleEvents;
import org.awarenessweek.page.AllPages;
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
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/** What visitors choose on the calendar page, and what it answers. */
@JourneyTest
class CalendarFilterJourneyTests {

	@Autowired
	private Events events;

	@Autowired
	private Editions editions;

	@Autowired
	private TransactionTemplate transaction;

	@Autowired
	private JdbcClient database;

	@Autowired
	private MovableClock clock;

	@Autowired
	private ApplicationContext application;

	@LocalServerPort
	private int port;

	private Visitor visitor;

	/** The number of all events, including those that were there before. */
	private int all;

	@BeforeEach
	void fillTheCalendar() {
		this.visitor = new Visitor(this.port);
		this.clock.set(MovableClock.START);
		Matcher before = Pattern.compile("id=\"results\">(\\d+) events<").matcher(body("/calendar"));
		assertThat(before.find()).isTrue();
		this.all = Integer.parseInt(before.group(1)) + 60;
		Edition edition = this.editions.current();
		this.transaction.executeWithoutResult((status) -> SampleCalendar.of(edition, 60).forEach(this.events::save));
	}

	@AfterEach
	void emptyTheCalendar() {
		this.database.sql("delete from event where slug like 'sample-%'").update();
		AllPages.forget(this.application);
	}

	@Test
	void saysHowManyEachChoiceWouldFindAndTakesItAwayAgain() {
		String page = body("/calendar?format=online&who=parents&access=captions&free=yes&q=babies&day=2021-06-12");
		assertThat(page).contains("“babies”", "Saturday 12 June", "Parents and carers", "Remove: ")
			.contains(
					"href=\"/calendar?format=online&amp;who=parents&amp;free=yes&amp;access=captions&amp;q=babies#results\"")
			.contains(
					"href=\"/calendar?day=2021-06-12&amp;who=parents&amp;free=yes&amp;access=captions&amp;q=babies#results\"")
			.contains("value=\"yes\" checked=\"checked\"", "value=\"captions\" checked=\"checked\"",
					"value=\"online\" selected=\"selected\"", "value=\"parents\" selected=\"selected\"");
		assertThat(body("/calendar")).contains("id=\"results\">" + this.all + " events<").doesNotContain("Remove: ");
	}

	@Test
	void saysWhatToLoosenWhereNothingIsFound() {
		assertThat(body("/calendar?country=BR&free=yes")).contains("No events match",
				"look at events in all nations and countries", "include events that are not free",
				"look at the whole calendar");
		assertThat(body("/calendar?page=7")).contains("There is no such page");
	}

	@ParameterizedTest
	@CsvSource({ "day, banana", "day, 2021-02-31", "format, teleport", "format, ONLINE", "country, XX",
			"country, gb-eng", "who, nobody", "free, perhaps", "access, lift", "view, month", "page, 0", "page, many" })
	void refusesAnImpossibleValueAndKeepsIt(String name, String value) {
		HttpResponse<String> refusal = this.visitor.get("/calendar?" + name + "=" + value);
		assertThat(refusal.statusCode()).isEqualTo(422);
		assertThat(refusal.body()).contains("There is a problem", "<title>Error: ").doesNotContain("<h3><a");
		assertThat(refusal.body()).contains("href=\"#" + name + "\"", "id=\"" + name + "\"", value);
	}

	@Test
	void keepsEachValueOfSeveralWhereOneIsImpossible() {
		String page = this.visitor.get("/calendar?access=bsl&access=%3Cb%3E&access=captions&q=songs").body();
		assertThat(page).contains("value=\"bsl\" checked=\"checked\"", "value=\"captions\" checked=\"checked\"",
				"value=\"&lt;b&gt;\" checked", "value=\"songs\"");
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "access=&access=", "access=&access=bsl", "access=bsl,captions", "day=&format=&who=&country=",
					"free=&q=&view=&page=", "q=%20%CC%81", "q=a+a+a+a+a+a+a+a+a+a+a+a+a+a+a+a+a" })
	void takesWhatIsEmptyOrTwiceForLess(String query) {
		for (String path : List.of("/calendar", "/calendar.ics", "/calendar.json", "/calendar/embed",
				"/calendar.atom")) {
			assertThat(this.visitor.get(path + "?" + query).statusCode()).as(path).isEqualTo(200);
		}
	}

	@Test
	void leadsFromAColumnToTheDayWhereThereIsNoRoomForAll() {
		Edition edition = this.editions.current();
		this.transaction
			.executeWithoutResult((status) -> SampleCalendar.of(edition, 1060).skip(60).forEach(this.events::save));
		String week = body("/calendar?view=week");
		assertThat(week).doesNotContain("No events", "rel=\"next\"")
			.containsPattern("See all 1,\\d{3} events in a list");
		for (LocalDate day : edition.week().days()) {
			Matcher more = Pattern
				.compile("(\\d+) events?</p>\\s*</header>.*?day=" + day + "#results\">(\\d+) more on this day",
						Pattern.DOTALL)
				.matcher(week.substring(week.indexOf("id=\"day-" + day)));
			assertThat(more.find()).as(day.toString()).isTrue();
			assertThat(Integer.parseInt(more.group(1)) - Integer.parseInt(more.group(2))).isEqualTo(6);
		}
		assertThat(body("/calendar?view=week&day=2021-06-12")).doesNotContain("more on this day");
	}

	@Test
	void showsFirstWhatCanBeWatchedAgainOnceTheWeekIsOver() {
		this.database.sql(
				"update event set recording_link = 'https://example.org/watch', version = version + 1 where slug = 'sample-8'")
			.update();
		assertThat(body("/calendar")).doesNotContain("Watch again");
		this.clock.set(Instant.parse("2021-07-01T08:00:00Z"));
		assertThat(body("/calendar"))
			.containsSubsequence("Watch again", "/calendar/sample-8\"", "Before the week", "Ran an event?")
			.doesNotContain("Sent an event?");
		assertThat(body("/calendar?format=online")).doesNotContain("Watch again");
	}

	@Test
	void keepsTheAddressesOfAnOrganiserWhoseNameChanges() {
		Event event = this.events.onCalendar("sample-1").orElseThrow();
		String before = event.organiserPath();
		this.transaction.executeWithoutResult(
				(status) -> SampleEvents.rename(this.events.onCalendar("sample-1").orElseThrow(), "A Name of Its Own"));
		assertThat(body("/calendar/by/a-name-of-its-own")).contains("Events by A Name of Its Own");
		this.database.sql("delete from event where slug like 'sample-%' and slug <> 'sample-1'").update();
		for (String end : List.of("", ".ics")) {
			HttpResponse<String> moved = this.visitor.get(before + end);
			assertThat(moved.statusCode()).isEqualTo(301);
			assertThat(moved.headers().firstValue("Location"))
				.hasValueSatisfying((address) -> assertThat(address).endsWith("/calendar/by/a-name-of-its-own" + end));
		}
	}

	@Test
	void showsEachEventAsItIsAtThisMoment() {
		String name = "Organiser of sample now";
		this.transaction
			.executeWithoutResult((status) -> this.events.save(SampleEvents.published(this.editions.current(),
					"Sample now", SampleEvents.uk(SampleEvents.TUESDAY, "03:00", "04:00"))));
		this.clock.set(Instant.parse("2021-06-08T01:29:59Z"));
		assertThat(body("/calendar?q=sample+now")).contains("Sample now").doesNotContain("Starts soon", "On now", name);
		this.clock.set(Instant.parse("2021-06-08T01:30:00Z"));
		assertThat(body("/calendar?q=sample+now")).contains("Starts soon").doesNotContain("On now");
		this.clock.set(Instant.parse("2021-06-08T02:00:00Z"));
		assertThat(body("/calendar?q=sample+now")).contains("On now").doesNotContain("Starts soon");
		this.transaction.executeWithoutResult(
				(status) -> SampleEvents.rename(this.events.onCalendar("sample-now").orElseThrow(), name));
		assertThat(body("/calendar?q=sample+now")).contains("On now", name);
		this.clock.set(Instant.parse("2021-06-08T03:00:00Z"));
		assertThat(body("/calendar?q=sample+now")).contains(name).doesNotContain("On now");
	}

	@Test
	void groupsEventsBeforeInAndAfterTheWeek() {
		assertThat(body("/calendar")).containsSubsequence(">Before the week</h2>", ">Monday 7 June</h2>",
				">Sunday 13 June</h2>", ">After the week</h2>", ">Date to be confirmed</h2>");
	}

	@Test
	void showsTheWeekDayByDayAsTheSameList() {
		String week = body("/calendar?view=week&format=online");
		assertThat(week).containsSubsequence("id=\"day-2021-06-07\"", "id=\"day-2021-06-13\"")
			.contains("name=\"view\" value=\"week\"", "href=\"/calendar?format=online#results\"", "Until ");
		for (LocalDate day : this.editions.current().week().days()) {
			assertThat(week).contains("id=\"day-" + day + "\"");
		}
	}

	@Test
	void keepsPastWeeksAtTheirYear() {
		Edition past = this.editions.findByYear(2020).orElseThrow();
		Event event = SampleEvents.published(past, "Sample 2020",
				SampleEvents.uk(LocalDate.of(2020, 6, 9), "09:00", "10:00"));
		this.transaction.executeWithoutResult((status) -> this.events.save(event));
		assertThat(body("/editions/2020/calendar"))
			.contains("Calendar of 2020", "Sample 2020", ">1 event<", "The First 1001 Days Movement")
			.contains("href=\"/editions/2020/calendar?day=2020-06-09#results\"")
			.doesNotContain("Subscribe");
		assertThat(body("/editions/2020/calendar?q=zebra")).contains("No events");
		assertThat(this.visitor.get("/editions/2020/calendar?day=x").statusCode()).isEqualTo(422);
		assertThat(this.visitor.get("/editions/2021/calendar?q=a").headers().firstValue("Location"))
			.hasValueSatisfying((address) -> assertThat(address).endsWith("/calendar?q=a"));
		assertThat(this.visitor.get("/editions/1999/calendar").statusCode()).isEqualTo(404);
		assertThat(body("/calendar")).doesNotContain("Sample 2020");
	}

	@Test
	void showsAllThatOneOrganiserRuns() {
		String page = body("/calendar/by/sians-wyl-fach");
		assertThat(page).contains("Events by Siân’s Ŵyl Fach", "The week of 2021", "/calendar/by/sians-wyl-fach.ics")
			.doesNotContain("Genesis Research Trust", "Ada Byron");
		assertThat(page.replace("hello@week.example", "")).as("but for the team's address").doesNotContain("@");
		assertThat(body("/calendar/appg-for-conception-to-age-two"))
			.contains("href=\"/calendar/by/all-party-parliamentary-group-for-conception-to-age-two\"");
		assertThat(this.visitor.get("/calendar/by/nobody").statusCode()).isEqualTo(404);
		assertThat(this.visitor.get("/calendar/by").statusCode()).isEqualTo(404);
	}

	@Test
	void offersTheCalendarAndAnEventToPeoplesOwnCalendars() {
		assertThat(body("/calendar?who=parents&view=week&page=1")).contains("webcal://", "/calendar.ics?who=parents\"",
				"https://calendar.google.com/calendar/r?cid=webcal", "https://outlook.live.com/calendar/0/addfromweb",
				"https://outlook.office.com/calendar/0/addfromweb", "/calendar/programme.pdf?who=parents\"");
		assertThat(body("/calendar/appg-for-conception-to-age-two")).contains(
				"href=\"/calendar/appg-for-conception-to-age-two.ics\"", "dates=20210608T083000Z%2F20210608T100000Z",
				"startdt=2021-06-08T08%3A30%3A00Z", "/calendar/appg-for-conception-to-age-two/poster.pdf");
		assertThat(body("/calendar/begin-before-birth-emotional-wellbeing-during-pregnancy"))
			.doesNotContain("Add to your calendar");
	}

	@Test
	void showsInAFrameWhatIsStillToCome() {
		assertThat(body("/calendar/embed?day=2021-06-07")).as("over").contains("<h3>", "See all ");
		String frame = body("/calendar/embed");
		assertThat(frame).contains("appg-for-conception-to-age-two").containsPattern("See all \\d+ events");
		assertThat(Pattern.compile("<h3>\\s*<a [^>]*/calendar/([\\w-]+)").matcher(frame).results())
			.hasSizeGreaterThan(5)
			.allSatisfy((shown) -> assertThat(
					this.events.onCalendar(shown.group(1)).orElseThrow().time().phase(MovableClock.START))
				.isNotEqualTo(EventTime.Phase.OVER));
	}

	@Test
	void tellsSearchEnginesWhatTheyRead() {
		assertThat(body("/calendar")).contains("\"@type\":\"ItemList\"", "\"position\":60");
		assertThat(body("/calendar/sample-4")).contains("\"isAccessibleForFree\":true", "\"availability\":",
				"\"eventAttendanceMode\":\"https://schema.org/", "\"organizer\":{\"@type\":\"Organization\"");
	}

	private String body(String path) {
		HttpResponse<String> answer = this.visitor.get(path);
		assertThat(answer.statusCode()).as(path).isEqualTo(200);
		return answer.body();
	}

}
