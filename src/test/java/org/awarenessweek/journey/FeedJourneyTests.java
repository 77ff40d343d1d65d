package org.awarenessweek.journey;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

import biweekly.Biweekly;
import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.io.ParseWarning;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.SyndFeedInput;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.DateProperty;
import org.awarenessweek.JourneyTest;
import org.awarenessweek.MovableClock;
import org.awarenessweek.QueryCount;
import org.awarenessweek.Visitor;
import org.awarenessweek.edition.Edition;
import org.awarenessweek.edition.Editions;
import org.awarenessweek.event.content.Audience;
import org.awarenessweek.event.Event;
import org.awarenessweek.event.content.EventDetails;
import org.awarenessweek.event.content.EventTime;
import org.awarenessweek.event.Events;
import org.awarenessweek.event.content.Organiser;
import org.awarenessweek.event.content.Place;
import org.awarenessweek.event.content.Provision;
import org.awarenessweek.event.SampleEvents;
import org.awarenessweek.event.form.EventAnswers;
import org.awarenessweek.mail.EmailAddress;
import org.awarenessweek.page.AllPages;
import org.awarenessweek.team.member.TestTeam;
import org.h2.tools.Csv;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/** The feeds, as third-party programs read them. */
@JourneyTest
class FeedJourneyTests {

	private static final String CONTACT = "ada@example.org";

	/** A word that only one test's events contain. */
	private final String word = "crowd" + UUID.randomUUID().toString().replaceAll("\\W", "");

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

	@Autowired
	private JsonMapper json;

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
		this.database.sql("delete from event_slug where slug like '%crowd%'").update();
		this.database.sql("delete from event where slug like '%crowd%'").update();
		AllPages.forget(this.application);
	}

	@Test
	void giveEveryCalendarTheRightTimes() throws Exception {
		Map<String, Event> sent = new HashMap<>();
		for (EventTime time : List.of(at("2021-03-27", "09:00", "10:00", "Europe/London"),
				at("2021-03-28", "00:30", "02:30", "Europe/London"),
				at("2021-03-29", "09:00", "10:00", "Europe/London"),
				at("2021-10-31", "01:30", "03:00", "Europe/London"),
				at("2021-06-08", "21:00", "00:00", "Europe/London"),
				at("2021-06-08", "22:00", "01:00", "Europe/London"),
				at("2021-03-27", "22:00", "03:00", "Europe/London"),
				at("2021-06-12", "18:00", "06:00", "Pacific/Honolulu"),
				at("2021-04-03", "09:00", "10:00", "Australia/Adelaide"),
				at("2021-04-05", "09:00", "10:00", "Australia/Adelaide"),
				at("2021-04-03", "09:00", "10:00", "Pacific/Auckland"),
				at("2021-04-05", "09:00", "10:00", "Pacific/Auckland"),
				at("2021-06-08", "09:00", "10:00", "Pacific/Honolulu"),
				at("2021-06-08", "09:00", "10:00", "Asia/Kathmandu"))) {
			Event event = save("at " + sent.size(), time);
			sent.put(event.id().toString(), event);
		}
		String file = ask("/calendar.ics?q=" + this.word);
		Map<String, List<Instant>> expected = new HashMap<>();
		sent.forEach((id, event) -> expected.put(id, List.of(Objects.requireNonNull(event.time().startsAt()),
				Objects.requireNonNull(event.time().endsAt()))));
		Map<String, List<Instant>> one = new HashMap<>();
		for (VEvent event : events(read(file))) {
			one.put(event.getUid().orElseThrow().getValue(),
					List.of(Instant.from(start(event)), Instant.from(end(event))));
		}
		Map<String, List<Instant>> other = new HashMap<>();
		for (biweekly.component.VEvent event : readByTheOther(file).getEvents()) {
			other.put(event.getUid().getValue(),
					List.of(event.getDateStart().getValue().toInstant(), event.getDateEnd().getValue().toInstant()));
		}
		assertThat(one).isEqualTo(expected);
		assertThat(other).isEqualTo(expected);
	}

	@Test
	void keepWholeDaysWhole() throws Exception {
		save("for days",
				EventTime.allDay(LocalDate.of(2021, 6, 8), LocalDate.of(2021, 6, 10), ZoneId.of("Pacific/Auckland")));
		String file = ask("/calendar.ics?q=" + this.word);
		assertThat(file).contains("\r\nDTSTART;VALUE=DATE:20210608\r\n", "\r\nDTEND;VALUE=DATE:20210611\r\n")
			.doesNotContain("VTIMEZONE");
		assertThat(end(events(read(file)).getFirst())).isEqualTo(LocalDate.of(2021, 6, 11));
		assertThat(readByTheOther(file).getEvents().getFirst().getDateStart().getValue().hasTime()).isFalse();
	}

	@Test
	void knowOnlyTheTimeZonesThatAreUsed() throws Exception {
		save("here", at("2021-06-08", "09:00", "10:00", "Europe/London"));
		save("there", at("2021-06-09", "09:00", "10:00", "Pacific/Honolulu"));
		String file = ask("/calendar.ics?q=" + this.word);
		assertThat(file.split("BEGIN:VTIMEZONE", -1)).hasSize(3);
		assertThat(file.split("BEGIN:(STANDARD|DAYLIGHT)", -1)).as("two for London, one for Honolulu").hasSize(4);
		assertThat(file.indexOf("END:VTIMEZONE")).isLessThan(file.indexOf("BEGIN:VEVENT"));
		assertThat(read(ask("/calendar.ics?q=" + this.word + "+nowhere")).getComponents()).as("of an empty calendar")
			.hasSize(1);
	}

	@Test
	void tellACalendarAllAboutAnEvent() throws Exception {
		Event event = save(detailed("Songs, and; \"more\" " + this.word, "We sing.\n\nAnd talk, too."));
		String file = ask("/calendar.ics?q=" + this.word);
		biweekly.component.VEvent read = readByTheOther(file).getEvents().getFirst();
		assertThat(read.getUid().getValue()).isEqualTo(event.id().toString());
		assertThat(read.getSequence().getValue()).isEqualTo(event.history().revision()).isPositive();
		assertThat(read.getSummary().getValue()).isEqualTo(event.title());
		assertThat(read.getDescription().getValue())
			.startsWith("We sing.\n\nAnd talk, too.\n\nOrganised by Babies \"in\" Mind: Leeds.")
			.endsWith("""
					How to join: By video

					Book a place: https://example.org/book

					Watch live: https://example.org/live

					Access: Captions, British Sign Language

					See the latest details: http://localhost""" + event.path());
		assertThat(read.getLocation().getValue()).isEqualTo("The Old Library, High Street, LS1 1AA, England");
		assertThat(read.getUrl().getValue()).isEqualTo("http://localhost" + event.path());
		assertThat(read.getCategories().getFirst().getValues()).containsExactly("In person and online",
				"Parents and carers");
		assertThat(read.getStatus().getValue()).isEqualTo("CONFIRMED");
		assertThat(read.getTransparency().getValue()).isEqualTo("TRANSPARENT");
		assertThat(read.getCreated().getValue()).isEqualTo(Date.from(SampleEvents.SENT.plusSeconds(3600)));
		assertThat(read.getDateTimeStamp().getValue()).isEqualTo(Date.from(event.history().changedAt()))
			.isEqualTo(read.getLastModified().getValue());
		assertThat(read.getOrganizer().getCommonName()).isEqualTo("Babies \"in\" Mind: Leeds");
		assertThat(read.getOrganizer().getEmail()).isNull();
		String unfolded = file.replace("\r\n ", "");
		assertThat(unfolded).contains(
				"\r\nCONFERENCE;VALUE=URI;FEATURE=VIDEO;LABEL=Watch live:https://example.org/live\r\n",
				"\r\nNAME:Infant Mental Health Awareness Week\r\n",
				"\r\nX-WR-CALNAME:Infant Mental Health Awareness Week\r\n",
				"\r\nREFRESH-INTERVAL;VALUE=DURATION:PT1H\r\n", "\r\nX-PUBLISHED-TTL:PT1H\r\n",
				"\r\nSOURCE;VALUE=URI:http://localhost/calendar.ics?q=" + this.word + "\r\n",
				"\r\nURL;VALUE=URI:http://localhost/calendar?q=" + this.word + "\r\n");
		VEvent alone = events(read(ask(event.path() + ".ics"))).getFirst();
		assertThat(alone.getUid().orElseThrow().getValue()).isEqualTo(event.id().toString());
		assertThat(value(alone, "TRANSP")).isEqualTo("OPAQUE");
		assertThat(ask(event.organiserPath() + ".ics").replace("\r\n ", "")).contains("UID:" + event.id(),
				"\r\nNAME:Babies \"in\" Mind: Leeds\r\n");
	}

	@Test
	void leaveOutWhatNoCalendarCanReadAndFoldTheRest() throws Exception {
		Event event = save("long", at("2021-06-08", "09:00", "10:00", "Europe/London"));
		String title = "赤ちゃんの歌 👶🏽 ŵ ŷ أغاني ".repeat(4).strip();
		this.database.sql("update event set title = ?, description = ? where id = ?")
			.params(title + "\u2028\u0007", "one\u2028two\u2029three\u0001\u001B\u007F\u0085four " + title, event.id())
			.update();
		for (String path : List.of("/calendar.ics?q=" + this.word, event.path() + ".ics",
				event.organiserPath() + ".ics")) {
			String file = ask(path);
			assertThat(file).doesNotContainPattern("[\\p{Cntrl}\\u0080-\\u009F\\u2028\\u2029&&[^\\r\\n]]")
				.endsWith("END:VCALENDAR\r\n");
			assertThat(file.replace("\r\n", "")).doesNotContain("\n", "\r");
			assertThat(file.lines())
				.allSatisfy((line) -> assertThat(line.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(75));
			assertThat(events(read(file)).stream().map((read) -> value(read, "SUMMARY"))).contains(title);
			assertThat(readByTheOther(file).getEvents()
				.stream()
				.map((read) -> read.getDescription().getValue().split("\n\n")[0]))
				.contains("one\ntwo\nthree\nfour " + title);
		}
	}

	@Test
	void followAnEventThatMovesAndIsCancelled() throws Exception {
		Visitor member = TestTeam.signedIn(this.application, this.port);
		EventAnswers answers = new EventAnswers("Songs " + this.word, CONTACT);
		String path = Visitor.redirect(member.post("/team/events/new", answers.with("publish", "yes").fields()));
		VEvent first = onlyEvent();
		assertThat(Instant.from(start(first))).isEqualTo("2021-06-09T08:30:00Z");

		this.clock.advance(Duration.ofMinutes(1));
		member.get(path);
		String slug = "songs-" + this.word;
		answers.with("day", "2021-06-10").with("slug", "moved-" + slug).with("version", version());
		assertThat(Visitor.redirect(member.post(path + "/edit", answers.fields()))).isEqualTo(path);
		VEvent moved = onlyEvent();
		assertThat(moved.getUid()).isEqualTo(first.getUid());
		assertThat(sequence(moved)).isGreaterThan(sequence(first));
		assertThat(Instant.from(start(moved))).isEqualTo("2021-06-10T08:30:00Z");
		assertThat(value(moved, "LAST-MODIFIED")).isGreaterThan(value(first, "LAST-MODIFIED"));
		assertThat(this.visitor.get("/calendar/" + slug + ".ics").statusCode()).isEqualTo(301);
		assertThat(this.visitor.get("/calendar/" + slug + ".ics").headers().firstValue("Location"))
			.hasValue("/calendar/moved-" + slug + ".ics");

		member.get(path);
		assertThat(Visitor.redirect(member.post(path + "/postpone", "version", version(), "sure", "yes")))
			.isEqualTo(path);
		VEvent postponed = onlyEvent();
		assertThat(sequence(postponed)).isGreaterThan(sequence(moved));
		assertThat(value(postponed, "STATUS")).isEqualTo("TENTATIVE");
		assertThat(value(postponed, "SUMMARY")).isEqualTo("Postponed: Songs " + this.word);

		member.get(path);
		assertThat(Visitor.redirect(member.post(path + "/cancel", "version", version(), "sure", "yes")))
			.isEqualTo(path);
		VEvent cancelled = onlyEvent();
		assertThat(cancelled.getUid()).isEqualTo(first.getUid());
		assertThat(sequence(cancelled)).isGreaterThan(sequence(postponed));
		assertThat(value(cancelled, "STATUS")).isEqualTo("CANCELLED");
		assertThat(value(cancelled, "SUMMARY")).isEqualTo("Cancelled: Songs " + this.word);
		assertThat(value(cancelled, "DESCRIPTION")).startsWith("This event has been cancelled");
		assertThat(value(cancelled, "TRANSP")).isEqualTo("TRANSPARENT");
		assertThat(events(read(ask("/calendar/moved-" + slug + ".ics")))).singleElement()
			.satisfies((alone) -> assertThat(value(alone, "STATUS")).isEqualTo("CANCELLED"));
	}

	@Test
	void waitForADate() {
		Event open = save("open", EventTime.toBeConfirmed(ZoneId.of("Europe/London")));
		assertThat(ask("/calendar.ics?q=" + this.word)).doesNotContain("VEVENT");
		assertThat(this.visitor.get(open.path() + ".ics").statusCode()).isEqualTo(404);
		assertThat(ask("/calendar.atom?q=" + this.word)).contains("Date to be confirmed");
		assertThat(ask("/calendar.csv?q=" + this.word)).contains(open.id().toString());
		JsonNode event = this.json.readTree(ask("/calendar.json?q=" + this.word)).at("/events/0");
		assertThat(event.at("/time/day").isNull()).isTrue();
		assertThat(event.at("/links/calendarFile").isNull()).isTrue();
	}

	@Test
	void bringNewsReadersWhatChangedLast() throws Exception {
		Event older = save("<b>older</b> & 赤ちゃん", at("2021-06-08", "09:00", "10:00", "Europe/London"));
		Event newer = save("newer", at("2021-06-09", "09:00", "10:00", "Europe/London"));
		this.database.sql("update event set changed_at = ?, description = ? where id = ?")
			.params(java.sql.Timestamp.from(SampleEvents.SENT.plusSeconds(7200)), "a\u0001b\uFFFE", newer.id())
			.update();
		String file = ask("/calendar.atom?q=" + this.word);
		SyndFeed feed = new SyndFeedInput().build(new StringReader(file));
		assertThat(feed.getFeedType()).isEqualTo("atom_1.0");
		assertThat(feed.getTitle()).isEqualTo("Infant Mental Health Awareness Week");
		assertThat(feed.getUri()).startsWith("urn:uuid:");
		assertThat(feed.getPublishedDate()).isEqualTo(Date.from(SampleEvents.SENT.plusSeconds(7200)));
		assertThat(feed.getLinks()).anySatisfy((link) -> {
			assertThat(link.getRel()).isEqualTo("self");
			assertThat(link.getHref()).isEqualTo("http://localhost/calendar.atom?q=" + this.word);
		});
		assertThat(feed.getEntries()).extracting(SyndEntry::getUri)
			.containsExactly("urn:uuid:" + newer.id(), "urn:uuid:" + older.id());
		SyndEntry entry = feed.getEntries().getLast();
		assertThat(entry.getTitle()).isEqualTo(older.title());
		assertThat(entry.getLink()).isEqualTo("http://localhost" + older.path());
		assertThat(entry.getPublishedDate()).isEqualTo(Date.from(SampleEvents.SENT.plusSeconds(3600)));
		assertThat(entry.getUpdatedDate()).isEqualTo(Date.from(older.history().changedAt()));
		assertThat(entry.getAuthor()).isEqualTo("Babies in Mind");
		assertThat(entry.getDescription().getValue()).isEqualTo("Tuesday 8 June 2021, 9am to 10am (UK time). Online.");
		assertThat(feed.getEntries().getFirst().getContents().getFirst().getValue()).startsWith("ab\n\n");
	}

	@Test
	void sayThatANightEndsOnTheNextDay() throws Exception {
		Event night = save("night", at("2021-06-08", "23:00", "00:30", "Europe/London"));
		assertThat(ask(night.path() + ".ics")).contains("DTSTART;TZID=Europe/London:20210608T230000",
				"DTEND;TZID=Europe/London:20210609T003000");
		JsonNode time = this.json.readTree(ask("/calendar.json?q=" + this.word)).at("/events/0/time");
		assertThat(time.path("startsAt").asString()).isEqualTo("2021-06-08T23:00:00+01:00");
		assertThat(time.path("endsAt").asString()).isEqualTo("2021-06-09T00:30:00+01:00");
		assertThat(ask("/calendar.csv?q=" + this.word))
			.contains("\"2021-06-08T23:00+01:00\",\"2021-06-09T00:30+01:00\"");
		assertThat(ask("/calendar.atom?q=" + this.word))
			.contains("Tuesday 8 June 2021, 11pm to 12:30am on Wednesday 9 June (UK time)");
		assertThat(ask(night.path())).contains("11pm to 12:30am on Wednesday 9 June",
				"\"endDate\":\"2021-06-09T00:30:00+01:00\"");
		assertThat(ask("/calendar?q=" + this.word)).contains("11pm to 12:30am on Wednesday 9 June");
		assertThat(ask("/calendar?view=week&q=" + this.word)).contains("11pm to 12:30am on Wednesday 9 June");
		assertThat(this.visitor.get("/calendar?day=2021-06-09&q=" + this.word).body()).contains("No events");
	}

	@Test
	void haveNoCellThatASpreadsheetCalculates() throws Exception {
		save(detailed("=HYPERLINK(\"http://evil.example\",\"x\") " + this.word, "@SUM(1)\n=1+1;-2"));
		String table = ask("/calendar.csv?q=" + this.word);
		assertThat(table).startsWith("\uFEFF\"id\",\"title\",").endsWith("\"\r\n");
		assertThat(table.split("\r\n", -1)).as("one line for each event").hasSize(3);
		ResultSet rows = new Csv().read(new StringReader(table), null);
		assertThat(rows.next()).isTrue();
		assertThat(rows.getString("title")).isEqualTo("'=HYPERLINK(\"http://evil.example\",\"x\") " + this.word);
		assertThat(rows.getString("description")).isEqualTo("'@SUM(1) =1+1;'-2");
		assertThat(rows.getString("day")).isEqualTo("2021-06-08");
		assertThat(rows.getString("start")).isEqualTo("09:30");
		assertThat(rows.getString("starts at")).isEqualTo("2021-06-08T09:30+01:00");
		assertThat(rows.getString("address")).isEqualTo("The Old Library High Street");
		assertThat(rows.getString("provided")).isEqualTo("Captions, British Sign Language");
		assertThat(rows.getString("free")).isEqualTo("yes");
		for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
			assertThat(String.valueOf(rows.getString(column))).doesNotMatch("(?s)[=+\\-@\\t\\r].*");
		}
		assertThat(rows.next()).isFalse();
	}

	@Test
	void leadProgramsThroughAllPages() {
		saveCrowd(250);
		Set<String> found = new HashSet<>();
		String address = "/calendar.json?q=" + this.word + "&format=online";
		String previous = null;
		int pages = 0;
		while (!address.equals("null")) {
			JsonNode page = this.json.readTree(ask(address));
			pages++;
			assertThat(page.path("version").intValue()).isEqualTo(1);
			assertThat(page.path("total").intValue()).isEqualTo(250);
			assertThat(page.path("page").intValue()).isEqualTo(pages);
			assertThat(page.path("pages").intValue()).isEqualTo(3);
			assertThat(path(page.at("/links/self")))
				.isEqualTo(address.replace("q=" + this.word + "&format=online", "format=online&q=" + this.word));
			assertThat(path(page.at("/links/prev"))).isEqualTo(String.valueOf(previous));
			page.path("events").forEach((event) -> assertThat(found.add(event.path("id").asString())).isTrue());
			previous = path(page.at("/links/self"));
			address = path(page.at("/links/next"));
		}
		assertThat(pages).isEqualTo(3);
		assertThat(found).hasSize(250);
		assertThat(this.json.readTree(ask("/calendar.json?page=1000")).path("events")).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "day, banana, Choose a day from the list", "format, teleport, Choose", "country, XX, Choose",
			"who, nobody, Choose", "free, perhaps, Choose", "access, magic, Choose", "page, 0, Choose one of the pages",
			"page, x, Choose one of the pages", "day, 2021-02-30, Choose a day" })
	void nameTheParameterThatNoFilterHas(String parameter, String value, String detail) {
		for (String feed : List.of("json", "ics", "atom", "csv")) {
			var refusal = this.visitor.get("/calendar." + feed + "?q=songs&" + parameter + "=" + value);
			assertThat(refusal.statusCode()).isEqualTo(422);
			assertThat(refusal.headers().firstValue("Content-Type")).hasValue("application/problem+json");
			assertThat(refusal.headers().firstValue("Cache-Control")).hasValue("no-store");
			assertThat(refusal.headers().firstValue("Access-Control-Allow-Origin")).hasValue("*");
			JsonNode problem = this.json.readTree(refusal.body());
			assertThat(problem.path("status").intValue()).isEqualTo(422);
			assertThat(problem.path("errors")).hasSize(1);
			assertThat(problem.at("/errors/0/parameter").asString()).isEqualTo(parameter);
			assertThat(problem.at("/errors/0/value").asString()).isEqualTo(value);
			assertThat(problem.at("/errors/0/detail").asString()).startsWith(detail);
		}
	}

	@ParameterizedTest
	@CsvSource({ "/calendar.ics, text/calendar;charset=UTF-8", "/calendar.atom, application/atom+xml;charset=UTF-8",
			"/calendar.csv, text/csv;charset=UTF-8", "/calendar.json, application/json",
			"/calendar/appg-for-conception-to-age-two.ics, text/calendar;charset=UTF-8" })
	void mayBeReadFromAnySiteAndKeptUntilTheyChange(String path, String type) throws Exception {
		var answer = this.visitor.get(path);
		assertThat(answer.statusCode()).isEqualTo(200);
		assertThat(answer.headers().firstValue("Content-Type")).hasValue(type);
		assertThat(answer.headers().firstValue("Cache-Control")).hasValue("public, no-cache");
		assertThat(answer.headers().firstValue("X-Robots-Tag")).hasValue("noindex");
		assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).hasValue("*");
		assertThat(answer.headers().firstValue("Cross-Origin-Resource-Policy")).hasValue("cross-origin");
		assertThat(this.visitor.cookies()).isEmpty();
		String tag = answer.headers().firstValue("ETag").orElseThrow();
		this.clock.advance(Duration.ofDays(3));
		var again = this.visitor.get(path);
		assertThat(again.body()).isEqualTo(answer.body());
		assertThat(again.headers().firstValue("ETag")).hasValue(tag);
		assertThat(this.visitor.get(path, "If-None-Match", tag).statusCode()).isEqualTo(304);
		var head = this.visitor.head(path);
		assertThat(head.statusCode()).isEqualTo(200);
		assertThat(head.body()).isEmpty();
		assertThat(head.headers().firstValue("ETag")).hasValue(tag);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/calendar/nope.ics", "/calendar/by/nobody.ics", "/calendar/UPPER.ics" })
	void sayThatThereIsNoSuchFeed(String path) {
		assertThat(this.visitor.get(path).statusCode()).isEqualTo(404);
	}

	@Test
	void tellNobodyHowToReachAnOrganiserInPrivate() {
		Event event = save(detailed("Private " + this.word, "We sing."));
		for (String path : List.of("/calendar.ics?q=" + this.word, "/calendar.atom?q=" + this.word,
				"/calendar.csv?q=" + this.word, "/calendar.json?q=" + this.word, event.path() + ".ics",
				event.organiserPath() + ".ics")) {
			assertThat(ask(path).replace("\r\n ", "")).contains(event.id().toString())
				.doesNotContain(CONTACT, "Ada Byron", "mailto:");
		}
	}

	@Test
	void askFewQuestionsHoweverManyEventsThereAre() {
		saveCrowd(200);
		for (String path : List.of("/calendar.ics", "/calendar.atom", "/calendar.csv", "/calendar.json",
				"/calendar/appg-for-conception-to-age-two.ics", "/calendar/by/babies-in-mind.ics")) {
			assertThat(QueryCount.of(this.application, () -> ask(path))).as(path).isLessThanOrEqualTo(3);
		}
		assertThat(ask("/calendar.ics").split("BEGIN:VEVENT", -1)).hasSizeGreaterThan(200);
	}

	private void saveCrowd(int number) {
		Edition edition = this.editions.current();
		this.transaction.executeWithoutResult((status) -> IntStream.range(0, number)
			.forEach((i) -> this.events.save(SampleEvents.published(edition, "Crowd " + i + " " + this.word,
					SampleEvents.uk(SampleEvents.TUESDAY.plusDays(i % 7 - 1), "12:00", "13:00")))));
	}

	private Event save(String title, EventTime time) {
		return save(SampleEvents.published(this.editions.current(), title + " " + this.word, time));
	}

	private Event save(Event event) {
		this.events.save(event);
		this.database.sql("update event set slug = 'crowd-' || cast(id as varchar(36)) where id = ?")
			.param(event.id())
			.update();
		return this.events.findById(event.id()).orElseThrow();
	}

	/** An event in Leeds and online that uses every kind of detail. */
	private Event detailed(String title, String description) {
		Event event = SampleEvents.published(this.editions.current(), "Crowd " + UUID.randomUUID(),
				SampleEvents.uk(SampleEvents.TUESDAY, "09:30", "11:00"));
		return SampleEvents.described(event,
				new EventDetails(title, description, Audience.PARENTS, "Babies too", true, "Donations are welcome",
						Set.of(Provision.BSL, Provision.CAPTIONS), "A lift", "https://example.org/book",
						"https://example.org/live", null),
				new Place(Place.Format.BOTH, "The Old Library\nHigh Street", "LS1 1AA", "By video", "GB-ENG"),
				new Organiser("Ada Byron", "Babies \"in\" Mind: Leeds", new EmailAddress(CONTACT)));
	}

	private static EventTime at(String day, String start, String end, String zone) {
		return SampleEvents.at(LocalDate.parse(day), start, end, zone);
	}

	private String ask(String path) {
		var answer = this.visitor.get(path);
		assertThat(answer.statusCode()).as(path).isEqualTo(200);
		return answer.body();
	}

	private VEvent onlyEvent() throws Exception {
		List<VEvent> all = events(read(ask("/calendar.ics?q=" + this.word)));
		assertThat(all).hasSize(1);
		return all.getFirst();
	}

	private String version() {
		return String.valueOf(this.database.sql("select version from event where title = ?")
			.param("Songs " + this.word)
			.query(Integer.class)
			.single());
	}

	private static int sequence(VEvent event) {
		return Integer.parseInt(value(event, "SEQUENCE"));
	}

	private static Temporal start(VEvent event) {
		return event.<DateProperty<?>>getRequiredProperty("DTSTART").getDate();
	}

	private static Temporal end(VEvent event) {
		return event.<DateProperty<?>>getRequiredProperty("DTEND").getDate();
	}

	private static String value(VEvent event, String property) {
		return event.getRequiredProperty(property).getValue();
	}

	private static Calendar read(String file) throws IOException, ParserException {
		Calendar calendar = new CalendarBuilder().build(new StringReader(file));
		assertThat(calendar.validate().getEntries()).as(file).isEmpty();
		return calendar;
	}

	private static List<VEvent> events(Calendar calendar) {
		return calendar.getComponents("VEVENT");
	}

	private static ICalendar readByTheOther(String file) {
		List<List<ParseWarning>> warnings = new ArrayList<>();
		ICalendar calendar = Biweekly.parse(file).warnings(warnings).first();
		assertThat(warnings).as(file).allSatisfy((few) -> assertThat(few).isEmpty());
		assertThat(calendar.validate(ICalVersion.V2_0)).as(file).isEmpty();
		return calendar;
	}

	private static String path(JsonNode link) {
		return link.isNull() ? "null" : link.asString().substring("http://localhost".length());
	}

}
