package org.awarenessweek.journey;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import jakarta.mail.internet.MimeMessage;
import org.awarenessweek.JourneyTest;
import org.awarenessweek.MovableClock;
import org.awarenessweek.QueryCount;
import org.awarenessweek.Visitor;
import org.awarenessweek.event.form.EventAnswers;
import org.awarenessweek.mail.TestMailServer;
import org.awarenessweek.page.AllPages;
import org.awarenessweek.team.member.TeamMember;
import org.awarenessweek.team.member.TestTeam;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An event that takes place more than once, from the organiser's form to the calendar.
 */
@JourneyTest
class SeriesJourneyTests {

	private static final Pattern BOX = Pattern.compile("name=\"(event\\[\\d+])\"\\s+value=\"([^\"]+)\"");

	private final String word = "series" + UUID.randomUUID().toString().replaceAll("\\W", "");

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

	@AfterEach
	void leave() {
		this.database.sql("delete from event_slug where slug like 'series%'").update();
		this.database.sql("delete from event where slug like 'series%'").update();
		AllPages.forget(this.application);
	}

	@Test
	void isOneFormOneEmailAndOneReview() {
		assertThat(this.visitor.get("/calendar/submit").body()).contains("Further days and times (optional)");
		HttpResponse<String> check = sent(answers());
		assertThat(check.body()).contains("It takes place 4 times", "Wednesday 9 June 2021, 9:30am to 11am (UK time)",
				"Thursday 10 June 2021, 9:30am to 11am (UK time)",
				"Friday 11 June 2021, 11pm to 1am on Saturday 12 June (UK time)", "Send your 4 events</button>");
		submit(answers());
		submit(answers());
		MimeMessage mail = TestMailServer.onlyMailTo(this.address);
		assertThat(TestMailServer.textOf(mail))
			.contains("sending us 4 events", "Wednesday 9 June 2021, 9:30am", "Friday 11 June 2021, 11pm to 1am")
			.doesNotContain(this.word, "Ada");
		assertThat(slugs()).containsExactlyInAnyOrder(this.word, this.word + "-2", this.word + "-3", this.word + "-4");
		String link = TestMailServer.pathIn(mail);
		TeamMember anna = TestTeam.newMember(this.application);
		Visitor member = TestTeam.signedIn(this.application, this.port, anna);
		this.database.sql("delete from team_notice where template <> ''").update();
		this.database.sql("update event set status = 'DECLINED' where status = 'WAITING'").update();
		assertThat(
				choose(this.visitor, link, "/calendar/confirm", 4, "token", link.replaceFirst(".*token=", "")).body())
			.contains("Thank you, your events are confirmed");

		MimeMessage notice = TestMailServer.onlyMailTo(anna.email().value());
		assertThat(TestMailServer.subjectOf(notice)).endsWith("4 events are waiting for review: " + this.word);
		assertThat(TestMailServer.textOf(notice))
			.contains("Wednesday 9 June 2021, 9:30am to 11am (UK time) and 3 more times")
			.doesNotContain("Thursday 10 June", "more.");
		String queue = member.get("/team/events?q=" + this.word).body();
		assertThat(queue).contains("and 3 more times").containsOnlyOnce("/team/events/" + first());
		assertThat(queue.split("<tr>", -1)).as("the head and one line").hasSize(3);
		String review = "/team/events/" + first();
		assertThat(member.get(review).body()).contains("It takes place 4 times", "Publish the ticked ones");
		HttpResponse<String> none = member.post(review + "/publish-series");
		assertThat(none.statusCode()).isEqualTo(422);
		assertThat(none.body()).contains("Tick at least one day to publish");
		assertThat(choose(member, review, review + "/publish-series", 3).statusCode()).isEqualTo(303);
		assertThat(statuses()).containsExactly("PUBLISHED", "PUBLISHED", "PUBLISHED", "WAITING");
		MimeMessage published = TestMailServer.mailsTo(this.address, 2).getLast();
		assertThat(TestMailServer.subjectOf(published)).isEqualTo("On the calendar: " + this.word);
		assertThat(TestMailServer.textOf(published)).contains("These 3 events are on the calendar",
				"/calendar/" + this.word, "/calendar/" + this.word + "-2", "Thursday 10 June 2021");
		assertThat(member.get(review).body())
			.contains("on the calendar, for Wednesday 9 June 2021, 9:30am to 11am (UK time)");
	}

	@Test
	void isReviewedAsItIsNowIfOneHasChanged() {
		waiting(answers());
		Visitor member = TestTeam.signedIn(this.application, this.port);
		String review = "/team/events/" + first();
		String seen = member.get(review).body();
		this.database.sql("update event set version = version + 1 where slug = ?").param(this.word + "-3").update();
		List<String> fields = boxes(seen, 4);
		HttpResponse<String> stale = member.post(review + "/publish-series", fields.toArray(String[]::new));
		assertThat(stale.statusCode()).isEqualTo(409);
		assertThat(stale.body()).contains("another of its series", "Publish the ticked ones");
		assertThat(statuses()).containsOnly("WAITING");
		String other = TestMailServer.onlyMailTo(this.address).toString() + UUID.randomUUID();
		assertThat(member.post(review + "/publish-series", "event[0]", UUID.nameUUIDFromBytes(other.getBytes()) + ".0")
			.statusCode()).as("an event of no series").isEqualTo(409);
	}

	@Test
	void isOnTheListOnceAndOnItsDayByItself() {
		published(answers());
		String search = "/calendar?q=" + this.word;
		String list = this.visitor.get("/calendar").body();
		assertThat(list).contains("Events that take place more than once are listed once.",
				"href=\"/calendar/" + this.word + "#times\"", ">and 3 more times</a>");
		assertThat(titles(list)).isOne();
		assertThat(this.visitor.get(search).body()).contains("4 events", ">and 3 more times</a>");
		assertThat(titles(this.visitor.get(search + "&view=week").body())).isEqualTo(4);
		String day = this.visitor.get("/calendar?day=2021-06-10").body();
		assertThat(day).contains("href=\"/calendar/" + this.word + "-2\"").doesNotContain("more time");
		assertThat(this.visitor.get(search + "&day=2021-06-10").body()).contains("1 event");
		this.clock.set(MovableClock.START.plus(Duration.ofDays(2)));
		assertThat(this.visitor.get(search).body()).as("the first is over")
			.contains("href=\"/calendar/" + this.word + "-2\"", ">and 3 more times</a>");
		this.database.sql("update event set status = 'CANCELLED', version = version + 1 where slug = ?")
			.param(this.word + "-2")
			.update();
		AllPages.forget(this.application);
		assertThat(this.visitor.get(search).body()).as("the second is cancelled")
			.contains("href=\"/calendar/" + this.word + "-3#times\"");
		this.clock.set(MovableClock.START.plus(Duration.ofDays(60)));
		assertThat(this.visitor.get(search).body()).as("all are over")
			.contains("href=\"/calendar/" + this.word + "-4#times\"");
	}

	@Test
	void namesAllTimesOnThePageOfEach() {
		published(answers());
		String page = this.visitor.get("/calendar/" + this.word + "-2").body();
		assertThat(page).contains("All days and times</h2>")
			.contains("<a href=\"/calendar/" + this.word + "\">Wednesday 9 June 2021, 9:30am to 11am (UK time)</a>")
			.contains("href=\"/calendar/" + this.word + "-2\" aria-current=\"page\"")
			.contains("Friday 11 June 2021, 11pm to 1am on Saturday 12 June (UK time)</a>");
		this.clock.set(MovableClock.START.plus(Duration.ofDays(2)));
		assertThat(this.visitor.get("/calendar/" + this.word + "-2").body()).contains("(UK time)</a>: over</li>");
	}

	@Test
	void isInEveryFeedAsOftenAsItTakesPlace() {
		published(answers());
		for (String feed : List.of("/calendar.ics", "/calendar.json", "/calendar.csv", "/calendar.atom")) {
			String body = this.visitor.get(feed + "?q=" + this.word).body().replace("\r\n ", "");
			assertThat(Pattern.compile(this.word + "(-[234])?[\"\\s<\\\\]")
				.matcher(body)
				.results()
				.map(MatchResult::group)
				.map((found) -> found.replaceAll("[^-\\w]", ""))
				.collect(Collectors.toSet())).as(feed)
				.contains(this.word, this.word + "-2", this.word + "-3", this.word + "-4");
		}
		assertThat(this.visitor.get("/sitemap.xml").body()).contains(this.word + "-4<");
	}

	@Test
	void costsAPageOfOneEventOneQueryAndNoOtherPage() {
		published(answers().with("further", null));
		String alone = "/calendar/" + this.word;
		long queries = statements(alone);
		long list = statements("/calendar");
		this.database.sql("delete from event_slug where slug = ?").param(this.word).update();
		this.database.sql("delete from event where slug = ?").param(this.word).update();
		this.clock.advance(Duration.ofDays(1));
		published(answers());
		assertThat(statements(alone)).isEqualTo(queries + 1);
		assertThat(statements("/calendar")).isEqualTo(list);
	}

	@Test
	void keepsWhatWasTypedUntilItIsRight() {
		HttpResponse<String> refusal = sent(answers().with("further", "10 June\r\nnext week"));
		assertThat(refusal.statusCode()).isEqualTo(422);
		assertThat(refusal.body()).contains("href=\"#further\">Line 2: begin “next week” with a day",
				">10 June\nnext week</textarea>");
		assertThat(sent(answers().with("change", "yes")).body())
			.contains(">Thursday 10 June\n11 June, 11pm to 1am\n12 June, 14:00 - 15:00</textarea>");
	}

	@Test
	void takesTwoHundredInOneConfirmation() {
		for (int i = 0; i < 7; i++) {
			String hours = IntStream.range(0, 29)
				.mapToObj((hour) -> (hour < 15 ? "10" : "11")
						+ " June, %d:00 to %d:30".formatted(hour % 15 + 8, hour % 15 + 8))
				.collect(Collectors.joining("\n"));
			submit(answers().with("title", this.word + " " + i).with("further", hours));
		}
		assertThat(slugs()).hasSize(210);
		String link = TestMailServer.pathIn(TestMailServer.onlyMailTo(this.address));
		HttpResponse<String> done = choose(this.visitor, link, "/calendar/confirm", 200, "token",
				link.replaceFirst(".*token=", ""));
		assertThat(done.body()).contains("See 10 events not confirmed yet");
		assertThat(statuses()).filteredOn("WAITING"::equals).hasSize(200);
	}

	private EventAnswers answers() {
		return new EventAnswers(this.word, this.address).with("further",
				"Thursday 10 June\n11 June, 11pm to 1am\n12 June, 14:00 - 15:00");
	}

	private HttpResponse<String> sent(EventAnswers answers) {
		return this.visitor.post("/calendar/submit", answers.fields());
	}

	private void submit(EventAnswers answers) {
		String stamp = sent(answers).body().replaceFirst("(?s).*name=\"stamp\" value=\"([^\"]+)\".*", "$1");
		this.clock.advance(Duration.ofSeconds(3));
		assertThat(Visitor.redirect(sent(answers.with("checked", "yes").with("stamp", stamp))))
			.startsWith("/calendar/sent");
	}

	private void waiting(EventAnswers answers) {
		submit(answers);
		String link = TestMailServer.pathIn(TestMailServer.mailsTo(this.address, 1).getLast());
		choose(this.visitor, link, "/calendar/confirm", 4, "token", link.replaceFirst(".*token=", ""));
	}

	private void published(EventAnswers answers) {
		submit(answers);
		this.database.sql(
				"update event set status = 'PUBLISHED', listed = true, published_at = submitted_at, version = version + 1 where slug like ?")
			.param(this.word + "%")
			.update();
		AllPages.forget(this.application);
	}

	/** Ticks the first boxes of a page, and sends them. */
	private static HttpResponse<String> choose(Visitor visitor, String page, String action, int number,
			String... other) {
		List<String> fields = new ArrayList<>(List.of(other));
		fields.addAll(boxes(visitor.get(page).body(), number));
		return visitor.post(action, fields.toArray(String[]::new));
	}

	private static List<String> boxes(String page, int number) {
		return BOX.matcher(page)
			.results()
			.limit(number)
			.flatMap((box) -> List.of(box.group(1), box.group(2)).stream())
			.toList();
	}

	private long titles(String page) {
		return Pattern.compile("<bdi>" + this.word + "</bdi>").matcher(page).results().count();
	}

	private long statements(String path) {
		return QueryCount.of(this.application, () -> assertThat(this.visitor.get(path).statusCode()).isEqualTo(200));
	}

	private UUID first() {
		return this.database.sql("select id from event where slug = ?").param(this.word).query(UUID.class).single();
	}

	private List<@Nullable String> slugs() {
		return this.database.sql("select slug from event where slug like ?")
			.param(this.word + "%")
			.query(String.class)
			.list();
	}

	private List<@Nullable String> statuses() {
		return this.database.sql("select status from event where slug like ? order by starts_at")
			.param(this.word + "%")
			.query(String.class)
			.list();
	}

}
