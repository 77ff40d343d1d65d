package org.awarenessweek.journey;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import org.awarenessweek.JourneyTest;
import org.awarenessweek.MovableClock;
import org.awarenessweek.QueryCount;
import org.awarenessweek.Visitor;
import org.awarenessweek.edition.Edition;
import org.awarenessweek.edition.Editions;
import org.awarenessweek.event.Event;
import org.awarenessweek.event.Events;
import org.awarenessweek.event.SampleEvents;
import org.awarenessweek.event.content.EventDetails;
import org.awarenessweek.event.content.Place;
import org.awarenessweek.event.content.Provision;
import org.awarenessweek.event.form.EventAnswers;
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

/**
 * The calendar as visitors find it, and what they may type into its addresses and forms.
 */
@JourneyTest
class CalendarJourneyTests {

	private static final String MEETING = "All-Party Parliamentary Group for Conception to Age Two: meeting";

	private static final String WEBINAR = "Begin Before Birth: Emotional Wellbeing During Pregnancy &amp; Beyond";

	@Autowired
	private Events events;

	@Autowired
	private Editions editions;

	@Autowired
	private MovableClock clock;

	@Autowired
	private TransactionTemplate transaction;

	@Autowired
	private JdbcClient database;

	@Autowired
	private ApplicationContext application;

	@LocalServerPort
	private int port;

	private Visitor visitor;

	@BeforeEach
	void arrive() {
		this.visitor = new Visitor(this.port);
		this.clock.set(MovableClock.START);
	}

	@AfterEach
	void leave() {
		this.database.sql("delete from event_slug where slug like 'crowd-%'").update();
		this.database.sql("delete from event where slug like 'crowd-%'").update();
		AllPages.forget(this.application);
	}

	@Test
	void listsTheWeekByDay() {
		HttpResponse<String> calendar = this.visitor.get("/calendar");
		assertThat(calendar.statusCode()).isEqualTo(200);
		assertThat(calendar.headers().firstValue("Cache-Control")).hasValue("public, no-cache");
		assertThat(calendar.body()).contains("<h2 id=\"day-2021-06-08\">Tuesday 8 June</h2>", MEETING, "On now",
				"Date to be confirmed</h2>", WEBINAR, "href=\"/calendar?day=2021-06-09#results\"");
		assertThat(this.visitor.cookies()).isEmpty();
	}

	@Test
	void findsByDayFormatAndWords() {
		String found = this.visitor.get("/calendar?day=2021-06-08&format=online&q=PARLIAMENTARY+group&unknown=1")
			.body();
		assertThat(found)
			.contains(MEETING, "on Tuesday 8 June", "value=\"PARLIAMENTARY group\"",
					"<option value=\"2021-06-08\" selected=\"selected\">",
					"<option value=\"online\" selected=\"selected\">")
			.doesNotContain(WEBINAR);
		assertThat(this.visitor.get("/calendar?day=&format=&q=").body()).contains(MEETING, WEBINAR);
		assertThat(this.visitor.get("/calendar?q=zebra&format=in-person").body()).contains("No events", "To find more",
				"search without words", "look at events online and in person");
	}

	@ParameterizedTest
	@ValueSource(strings = { "day=banana", "day=2021-02-30", "format=x", "format=ONLINE", "page=0", "page=x", "page=-1",
			"page=99999999999", "page=1001", "q=%00", "day=%E2%82%AC", "day=%2B999999999-01-01", "day=2201-01-01" })
	void refusesWhatNoFilterHas(String query) {
		HttpResponse<String> refusal = this.visitor.get("/calendar?" + query);
		assertThat(refusal.statusCode()).isEqualTo(422);
		assertThat(refusal.body()).contains("There is a problem", "<title>Error: Calendar").doesNotContain("0 events");
	}

	@ParameterizedTest
	@CsvSource({ "c++, c%2B%2B", "{x}, %7Bx%7D", "a&b, a%26b", "100%, 100%25" })
	void keepsTheWordsInItsLinks(String words, String inLinks) {
		String path = "/calendar?q=" + inLinks;
		assertThat(this.visitor.get(path).body()).contains("value=\"" + words.replace("&", "&amp;") + "\"",
				"href=\"" + path + "&amp;day=2021-06-09#results\"");
	}

	@Test
	void leavesTheStatusToTheTeam() {
		HttpResponse<String> calendar = this.visitor.get("/calendar?status=banana&q=zebra");
		assertThat(calendar.statusCode()).isEqualTo(200);
		assertThat(calendar.body()).doesNotContain("banana");
	}

	@Test
	void showsTheDayThatWasChosenEvenIfNothingIsOnIt() {
		assertThat(this.visitor.get("/calendar?day=2020-03-01").body()).contains(
				"<option value=\"2020-03-01\" selected=\"selected\">Sunday 1 March 2020 (0)</option>", "No events");
	}

	@Test
	void keepsTheImpossibleValue() {
		assertThat(this.visitor.get("/calendar?day=%2B999999999-01-01").body()).contains(">+999999999-01-01</option>");
		assertThat(this.visitor.get("/calendar?day=banana&q=songs").body()).contains("Choose a day from the list",
				">banana</option>", "value=\"songs\"");
		String tooLong = "x".repeat(101);
		HttpResponse<String> refusal = this.visitor.get("/calendar?q=" + tooLong);
		assertThat(refusal.statusCode()).isEqualTo(422);
		assertThat(refusal.body()).contains("value=\"" + tooLong + "\"");
	}

	@ParameterizedTest
	@CsvSource({ "2021-06-01T08:00:00Z, Link to follow", "2021-06-08T08:40:00Z, Link to follow",
			"2021-06-08T10:00:00Z, This event has taken place" })
	void offersTheRightThingForTheMoment(String moment, String offer) {
		this.clock.set(Instant.parse(moment));
		assertThat(this.visitor.get("/calendar/appg-for-conception-to-age-two").body()).contains(offer);
	}

	@Test
	void showsWhatAnEventInAdelaideMeansInTheUk() {
		Event event = save(SampleEvents.published(this.editions.current(), "Crowd in Adelaide",
				SampleEvents.at(SampleEvents.TUESDAY, "07:30", "09:00", "Australia/Adelaide")));
		String page = this.visitor.get(event.path()).body().replaceAll("<[^>]+>|\\s+", " ").replaceAll(" +", " ");
		assertThat(page).contains("Tuesday 8 June 2021 7:30am to 9am (Adelaide time) UK time:",
				"11pm on Monday 7 June to 12:30am on Tuesday 8 June");
	}

	@Test
	void showsWhatElseIsOnThatDayAndByItsOrganiser() {
		LocalDate day = LocalDate.of(2021, 6, 19);
		Edition edition = this.editions.current();
		Event event = save(SampleEvents.published(edition, "Crowd alone", SampleEvents.uk(day, "09:30", "11:00")));
		SampleEvents.rename(event, "Crowd of one");
		save(event);
		assertThat(this.visitor.get(event.path()).body()).doesNotContain("Also on", "More by");
		for (int i = 0; i < 4; i++) {
			save(SampleEvents.published(edition, "Crowd " + i,
					SampleEvents.uk(day, (18 - i) + ":30", (19 - i) + ":00")));
		}
		save(SampleEvents.cancelled(
				SampleEvents.published(edition, "Crowd that is cancelled", SampleEvents.uk(day, "09:00", "10:00"))));
		Event another = SampleEvents.published(edition, "Crowd again", SampleEvents.uk(day, "20:00", "21:00"));
		SampleEvents.rename(another, "Crowd of one");
		save(another);
		String page = this.visitor.get(event.path()).body();
		assertThat(page)
			.contains("Also on Saturday 19 June</h2>", "href=\"/calendar?day=2021-06-19#results\"",
					"More by <bdi>Crowd of one</bdi></h2>")
			.containsSubsequence("Also on", "Crowd 3", "Crowd 2", "Crowd 1", "More by", "Crowd again")
			.doesNotContain("Crowd 0", "Crowd that is cancelled");
		this.clock.set(Instant.parse("2021-06-19T17:10:00Z"));
		assertThat(this.visitor.get(event.path()).body()).containsSubsequence("Also on", "Crowd 0", "Crowd 1",
				"Crowd 2", "More by");
		assertThat(this.visitor.get(another.path()).body()).as("beside what is still to come")
			.contains("Also on", "Crowd 0")
			.doesNotContain("Crowd 1", "Crowd alone", "More by");
	}

	@Test
	void makesLinksInWhatIsSaidOfAnEventLive() {
		EventDetails details = new EventDetails("Crowd with links", "Read www.example.org/about first.\n\nThen come.",
				null, "See www.example.org/who", false, "See www.example.org/cost", Set.of(Provision.CAPTIONS),
				"See www.example.org/access", null, null, null);
		Place place = new Place(Place.Format.ONLINE, null, null, "At https://example.org/room, from 9am", null);
		String page = this.visitor
			.get(save(SampleEvents.published(this.editions.current(), details,
					SampleEvents.uk(SampleEvents.TUESDAY, "09:30", "11:00"), place, "Crowd"))
				.path())
			.body();
		for (String address : List.of("www.example.org/about", "www.example.org/who", "www.example.org/cost",
				"www.example.org/access")) {
			assertThat(page)
				.contains("<a rel=\"nofollow ugc noopener\" href=\"https://" + address + "\">" + address + "</a>");
		}
		assertThat(page).contains("href=\"https://example.org/room\">https://example.org/room</a>, from 9am",
				"<p class=\"prose\" dir=\"auto\">Then come.</p>", "</svg><span>Captions</span>");
	}

	@Test
	void tellsSearchEnginesWhatTheyRead() {
		Event event = save(SampleEvents.published(this.editions.current(), "Crowd </script><b>",
				SampleEvents.uk(SampleEvents.TUESDAY, "07:30", "09:00")));
		this.database.sql("update event set slug = 'crowd-x' where id = ?").param(event.id()).update();
		assertThat(this.visitor.get("/calendar").body()).contains("Crowd &lt;/script&gt;&lt;b&gt;")
			.doesNotContain("Crowd </script>", "Crowd <");
		assertThat(this.visitor.get("/calendar/crowd-x").body()).contains("<script type=\"application/ld+json\">{",
				"\"name\":\"Crowd \\u003c/script>\\u003cb>\"", "\"startDate\":\"2021-06-08T07:30:00+01:00\"",
				"\"eventStatus\":\"https://schema.org/EventScheduled\"");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/calendar/nope", "/calendar/UPPER", "/calendar/a--b", "/calendar/x.y" })
	void knowsNoOtherEvents(String path) {
		assertThat(this.visitor.get(path).statusCode()).isEqualTo(404);
	}

	@Test
	void asksFewQuestionsHoweverManyEventsThereAre() {
		assertThat(statements("/")).isLessThanOrEqualTo(4);
		assertThat(statements("/calendar")).isLessThanOrEqualTo(4);
		assertThat(statements("/calendar/appg-for-conception-to-age-two")).isLessThanOrEqualTo(4);
		Edition edition = this.editions.current();
		this.transaction.executeWithoutResult((status) -> IntStream.range(0, 1000)
			.forEach((i) -> this.events.save(SampleEvents.published(edition, "Crowd " + i + " " + UUID.randomUUID(),
					SampleEvents.uk(SampleEvents.TUESDAY.plusDays(i % 7 - 1), "12:00", "13:00")))));
		assertThat(statements("/")).isLessThanOrEqualTo(4);
		assertThat(statements("/calendar")).isLessThanOrEqualTo(4);
		assertThat(statements("/calendar?q=crowd&day=2021-06-08")).isLessThanOrEqualTo(4);
		assertThat(statements("/calendar/appg-for-conception-to-age-two")).isLessThanOrEqualTo(4);
		String first = this.visitor.get("/calendar").body();
		assertThat(first.split("<article", -1)).hasSize(101);
		assertThat(first).contains("href=\"/calendar?page=2#results\"", ", page 1 of 1");
		assertThat(this.visitor.get("/calendar?page=2").body()).contains("rel=\"prev\"", "rel=\"next\"");
	}

	@ParameterizedTest
	@CsvSource(nullValues = "-",
			value = { "title, -", "title, 'a\u0000b'", "title, '\u00a0\u2003'", "title, '\u3164\u3164'",
					"description, '\u200b'", "address, '\u2800'", "otherDay, '\u0000'", "day, -", "day, banana",
					"day, 2020-06-08", "day, 2021-02-31", "start, -", "start, 24:01", "end, 9am", "end, '\u0007'",
					"zone, -", "zone, GMT+99", "zone, SystemV/EST5", "format, -", "format, teleport", "address, -",
					"joining, -", "name, -", "email, -", "email, 'a@b.c\nBcc: x@y.z'", "email, 'two@a.org,three@b.org'",
					"booking, javascript:alert(1)", "booking, 'http://exa mple.org'", "booking, data:text/html;x",
					"description, -", "description, https://a.b https://a.b https://a.b https://a.b" })
	void storesNothingImpossible(String field, String value) {
		int before = number();
		for (boolean checked : new boolean[] { false, true }) {
			EventAnswers answers = new EventAnswers("Impossible", "ada@example.org").with(field, value);
			if (checked) {
				answers.with("checked", "yes").with("stamp", "x");
			}
			HttpResponse<String> refusal = this.visitor.post("/calendar/submit", answers.fields());
			assertThat(refusal.statusCode()).isEqualTo(422);
			assertThat(refusal.body()).contains("There is a problem", "href=\"#" + field + "\"");
		}
		assertThat(number()).isEqualTo(before);
	}

	@Test
	void keepsTheRestWhereOneCharacterCannotBeTyped() {
		HttpResponse<String> refusal = this.visitor.post("/calendar/submit",
				new EventAnswers("Songs\u0000 for babies", "ada@example.org").with("access", "A\u001blift").fields());
		assertThat(refusal.statusCode()).isEqualTo(422);
		assertThat(refusal.body())
			.contains("value=\"Songs for babies\"", ">Alift</textarea>", "value=\"ada@example.org\"", "We sing.",
					"href=\"#title\"", "href=\"#access\"")
			.containsPattern("value=\"2021-06-09\"[^>]* checked");
	}

	@Test
	void tellsWhatIsWrongInTheOrderOfThePage() {
		String page = this.visitor.post("/calendar/submit", "format", "both", "description", "x", "otherDay", "x")
			.body();
		List<String> wrong = Pattern.compile("href=\"#(\\w+)\"")
			.matcher(page.substring(page.indexOf("There is a problem"), page.indexOf("<h1")))
			.results()
			.map((link) -> link.group(1))
			.toList();
		assertThat(wrong).hasSizeGreaterThan(8)
			.isSortedAccordingTo(Comparator.comparingInt((field) -> page.indexOf("id=\"" + field + "\"")));
	}

	@ParameterizedTest
	@CsvSource({ "title, 121", "description, 5001", "address, 301", "postcode, 21", "joining, 301", "name, 121",
			"organisation, 161", "email, 255", "booking, 501", "cost, 201", "audience, 201", "access, 501" })
	void storesNothingTooLong(String field, int length) {
		String value = field.equals("booking") ? "https://example.org/" + "x".repeat(length - 20)
				: field.equals("email") ? "x".repeat(length - 12) + "@example.org" : "x".repeat(length);
		assertThat(value).hasSize(length);
		HttpResponse<String> refusal = this.visitor.post("/calendar/submit",
				new EventAnswers("Too long", "ada@example.org").with(field, value).fields());
		assertThat(refusal.statusCode()).isEqualTo(422);
		assertThat(refusal.body()).contains("href=\"#" + field + "\"", value);
		HttpResponse<String> longest = this.visitor.post("/calendar/submit",
				new EventAnswers("Just right", "ada@example.org").with(field, value.substring(0, length - 1)).fields());
		if (!field.equals("email")) {
			assertThat(longest.body()).contains("Check your answers");
		}
	}

	@Test
	void saysThatItIsClosed() {
		this.database.sql("update edition set takes_events = false where calendar_year = 2021").update();
		AllPages.forget(this.application);
		try {
			assertThat(this.visitor.get("/calendar/submit").body())
				.contains("We are not taking new events at the moment");
			assertThat(this.visitor.get("/sitemap.xml").body()).doesNotContain("/calendar/submit<");
			HttpResponse<String> refusal = this.visitor.post("/calendar/submit",
					new EventAnswers("Closed <b>", "ada@example.org").fields());
			assertThat(refusal.statusCode()).isEqualTo(409);
			assertThat(refusal.body()).contains("We are not taking new events at the moment", "Closed &lt;b&gt;",
					"And we talk about why it matters.", "ada@example.org");
		}
		finally {
			this.database.sql("update edition set takes_events = true where calendar_year = 2021").update();
		}
	}

	@Test
	void takesWhatIsTypedInAnyScript() {
		HttpResponse<String> check = this.visitor.post("/calendar/submit",
				new EventAnswers("赤ちゃんの歌 👶🏽 <b>ŵ ŷ</b> أغاني", "ada@example.org").fields());
		assertThat(check.body()).contains("Check your answers", "赤ちゃんの歌 👶🏽 &lt;b&gt;ŵ ŷ&lt;/b&gt; أغاني");
	}

	private long statements(String path) {
		return QueryCount.of(this.application, () -> assertThat(this.visitor.get(path).statusCode()).isEqualTo(200));
	}

	private Event save(Event event) {
		return this.events.save(event);
	}

	private int number() {
		return this.database.sql("select count(*) from event").query(Integer.class).single();
	}

}
