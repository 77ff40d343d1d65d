package org.awarenessweek.event.file;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.awarenessweek.JourneyTest;
import org.awarenessweek.MovableClock;
import org.awarenessweek.Visitor;
import org.awarenessweek.mail.TestMailServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.util.HtmlUtils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Many events from a file: the file, the table, and the events. */
@JourneyTest
class EventFilePagesTests {

	private static final String PATH = "/calendar/submit/file";

	private static final Pattern CONTROL = Pattern.compile(
			"(?s)<(input|button)\\b([^>]*)>|<textarea\\b([^>]*)>(.*?)</textarea>|<select\\b([^>]*)>(.*?)</select>");

	private static final Pattern NAME = Pattern.compile("\\bname=\"([^\"]+)\"");

	private static final Pattern VALUE = Pattern.compile("\\bvalue=\"([^\"]*)\"");

	private static final Pattern SELECTED = Pattern.compile("<option value=\"([^\"]*)\" selected=\"selected\">");

	private final String name = "Songs " + UUID.randomUUID();

	private final String address = UUID.randomUUID() + "@example.org";

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
	void leadsFromTheFormToTheTemplate() {
		assertThat(this.visitor.get("/calendar/submit").body()).contains("href=\"" + PATH + "\"");
		assertThat(this.visitor.get(PATH).body()).contains("up to 200 events", "href=\"" + PATH + ".csv\"");
		HttpResponse<String> template = this.visitor.get(PATH + ".csv");
		assertThat(template.headers().firstValue("Content-Type")).hasValue("text/csv;charset=UTF-8");
		assertThat(template.body()).startsWith("\uFEFF\"Title\",\"What it is about\",\"Day\"")
			.contains("\"Example: songs for babies\"", "\"7 June 2021\"");
		assertThat(this.visitor.cookies()).isEmpty();
	}

	@Test
	void becomesEventsThatOneMailConfirms() throws InterruptedException {
		HttpResponse<String> table = upload("events.csv", SampleEventFiles.EXCEL.replace("Songs", this.name));
		assertThat(table.statusCode()).as(table.body()).isEqualTo(200);
		assertThat(table.body()).contains("3 events, as we read them", this.name + " for babies",
				"Tuesday 8 June 2021, 9:30am to 11am (UK time)", "Monday 7 June to Friday 11 June 2021, all day",
				"The Old Library\nHigh Street, Leeds", "Check your events</button>");
		assertThat(number()).isZero();

		Map<String, String> fields = fields(table);
		assertThat(fields).containsEntry("row[0].otherDay", "08/06/2021")
			.containsEntry("row[1].free", "No")
			.containsEntry("row[2].format", "In person and online");
		HttpResponse<String> unnamed = send(fields);
		assertThat(unnamed.statusCode()).isEqualTo(422);
		assertThat(unnamed.body())
			.contains("<title>Error: ", "href=\"#name\">Enter your name", "href=\"#email\">Enter an email address")
			.doesNotContain("Row 1:");

		fields.put("name", "Ada Byron");
		fields.put("email", this.address);
		HttpResponse<String> ready = send(fields);
		assertThat(ready.statusCode()).as(ready.body()).isEqualTo(200);
		assertThat(ready.body()).contains("Send 3 events</button>");
		fields = fields(ready);
		fields.put("send", "yes");
		assertThat(send(fields).body()).as("faster than anyone reads").contains("have not been sent yet");
		assertThat(number()).isZero();
		this.clock.advance(Duration.ofSeconds(3));
		assertThat(Visitor.redirect(send(fields))).isEqualTo("/calendar/sent?soon=yes");
		assertThat(this.visitor.cookies()).isEmpty();

		assertThat(statuses()).containsOnly(Map.entry("UNCONFIRMED", 3L));
		await().untilAsserted(() -> assertThat(TestMailServer.mailsTo(this.address)).isNotEmpty());
		String link = TestMailServer.pathIn(TestMailServer.mailsTo(this.address).getLast());
		HttpResponse<String> confirmation = this.visitor.get(link);
		assertThat(confirmation.body()).contains(this.name + " for babies", "Sleep, baby", "Open week");
		Map<String, String> confirmed = fields(confirmation);
		assertThat(this.visitor.post("/calendar/confirm", pairs(confirmed)).body()).contains("events are confirmed");
		assertThat(statuses()).containsOnly(Map.entry("WAITING", 3L));
		assertThat(this.database
			.sql("select title || organiser_name || coalesce(place_postcode, '') || provisions || free_of_charge"
					+ " from event where title like ?")
			.param(this.name + "%")
			.query(String.class)
			.single()).isEqualToIgnoringCase(this.name + " for babiesAda ByronLS1 1AA CAPTIONS BSL true");
	}

	@Test
	void showsEachErrorBesideItsCellUntilItIsPutRightOrLeftOut() {
		HttpResponse<String> table = upload("events.csv", """
				title,about,date,start,end,format,address,country,free,for,captions
				%1$s,We sing,8 June,9,11am,In person,,England,perhaps,Everyone,
				%1$s,We sing,8 June,9am,11am,Online,,England,yes,Everyone,
				%1$s,We sing,08/06/2021,09:00,11am,Online,,Scotland,no,Parents,
				Far,We sing,8 July,9am,11am,Online,,Scotland,no,Parents,
				""".formatted(this.name));
		assertThat(table.statusCode()).isEqualTo(422);
		assertThat(table.body()).contains("<title>Error: ", "We did not use 1 column: captions.",
				"href=\"#row-1-start\">Row 1: Enter the time with am or pm, for example 9am or 9pm (and 2 more)",
				"Row 3: Remove or change this row: row 2 has the same title and start",
				"Row 4: Choose a day near the week: 24 May to 27 June 2021", "Enter yes or no", "value=\"perhaps\"");
		Map<String, String> fields = fields(table);
		fields.putAll(Map.of("name", "Ada Byron", "email", this.address, "joining", "By video", "out[3]", "yes",
				"row[0].start", "8am", "row[0].address", "The Old Library", "row[0].free", "true", "row[2].title",
				"Other " + this.name));
		HttpResponse<String> ready = send(fields);
		assertThat(ready.body()).contains("3 events, as we read them", "Send 3 events</button>");
		Map<String, String> changed = fields(ready);
		this.clock.advance(Duration.ofSeconds(3));
		changed.put("send", "yes");
		changed.put("row[0].start", "8.30am");
		HttpResponse<String> again = send(changed);
		assertThat(again.statusCode()).isEqualTo(422);
		assertThat(again.body()).contains("have not been sent yet", "8:30am to 11am");
		assertThat(number()).isZero();
		this.clock.advance(Duration.ofSeconds(3));
		Map<String, String> last = fields(again);
		last.put("send", "yes");
		assertThat(Visitor.redirect(send(last))).startsWith("/calendar/sent");
		assertThat(number()).isEqualTo(3);
	}

	@Test
	void asksForWhatACalendarDoesNotSay() {
		HttpResponse<String> table = upload("calendar.ics", SampleEventFiles.APPLE.replace("Play", this.name));
		assertThat(table.statusCode()).isEqualTo(422);
		assertThat(table.body()).contains("This event repeats, and we took the first day only",
				"Row 1: Enter what your event is about", "Tuesday 8 June 2021, 9:30am to 11am (New York time)");
		Map<String, String> fields = fields(table);
		fields.put("row[0].description", "We play.");
		HttpResponse<String> unanswered = send(fields);
		assertThat(unanswered.body()).contains("This event repeats", "href=\"#who\">", "href=\"#country\">")
			.doesNotContain("Row 1:");
		fields = fields(unanswered);
		fields.putAll(Map.of("name", "Ada Byron", "email", this.address, "who", "parents", "country", "Wales", "free",
				"true"));
		fields = fields(send(fields));
		fields.put("send", "yes");
		this.clock.advance(Duration.ofSeconds(3));
		assertThat(Visitor.redirect(send(fields))).startsWith("/calendar/sent");
		assertThat(this.database
			.sql("select place_country || audience_group || time_zone || booking_link from event where title = ?")
			.param(this.name)
			.query(String.class)
			.single()).isEqualTo("GB-WLSPARENTSAmerica/New_Yorkhttps://example.org/play");
	}

	private HttpResponse<String> upload(String file, String content) {
		return this.visitor.upload(PATH, file, content.getBytes(StandardCharsets.UTF_8));
	}

	private HttpResponse<String> send(Map<String, String> fields) {
		return this.visitor.post(PATH, pairs(fields));
	}

	private static String[] pairs(Map<String, String> fields) {
		return fields.entrySet()
			.stream()
			.flatMap((field) -> Stream.of(field.getKey(), field.getValue()))
			.toArray(String[]::new);
	}

	/**
	 * The fields of a page's form, as a browser sends them without pressing a named
	 * button.
	 */
	private static Map<String, String> fields(HttpResponse<String> page) {
		Map<String, String> fields = new LinkedHashMap<>();
		Matcher controls = CONTROL.matcher(page.body());
		while (controls.find()) {
			String about = Stream.of(2, 3, 5)
				.map(controls::group)
				.filter((group) -> group != null)
				.findFirst()
				.orElse("");
			Matcher name = NAME.matcher(about);
			boolean sent = !"button".equals(controls.group(1))
					&& (!about.contains("type=\"checkbox\"") || about.contains("checked=\"checked\""));
			if (name.find() && sent) {
				String value = (controls.group(4) != null) ? controls.group(4)
						: first(controls.group(6) != null ? SELECTED : VALUE,
								controls.group(6) != null ? controls.group(6) : about);
				fields.put(name.group(1), HtmlUtils.htmlUnescape(value));
			}
		}
		return fields;
	}

	private static String first(Pattern pattern, String text) {
		Matcher found = pattern.matcher(text);
		return found.find() ? found.group(1) : "";
	}

	private long number() {
		return this.database.sql("select count(*) from event where organiser_contact = ?")
			.param(this.address)
			.query(Long.class)
			.single();
	}

	private Map<String, Long> statuses() {
		Map<String, Long> statuses = new LinkedHashMap<>();
		this.database.sql("select status, count(*) from event where organiser_contact = ? group by status")
			.param(this.address)
			.query((row) -> {
				statuses.put(row.getString(1), row.getLong(2));
			});
		return statuses;
	}

}
