package org.awarenessweek.journey;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import jakarta.mail.internet.MimeMessage;
import org.awarenessweek.JourneyTest;
import org.awarenessweek.MovableClock;
import org.awarenessweek.Visitor;
import org.awarenessweek.mail.TestMailServer;
import org.awarenessweek.print.TestPaper;
import org.awarenessweek.team.member.TestTeam;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Another charity's team makes its own week at the desk, on a site without the first
 * one's.
 */
@JourneyTest
@TestPropertySource(properties = "spring.flyway.locations=classpath:db/migration")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OtherWeekTests {

	/** Words of the first week, which another one does not have. */
	private static final Pattern FIRST_WEEK = Pattern
		.compile("(?i)[^<>]{0,30}(infant|\\bbab(y|ies)|imhaw|first 1001|every June|usually in June)[^<>]{0,30}");

	/** What a visitor sees or hears; attributes but for texts are for programs. */
	private static final Pattern UNSEEN = Pattern
		.compile("(?s)<(script|style)\\b.*?</\\1>|\\s(?:value|name|id|for|href|src)=\"[^\"]*\"");

	/** A name for programs, which stays as it was published. */
	private static final Pattern SHARED = Pattern.compile("baby-friendly");

	private static final String EMAIL = "ada@hearing.example";

	@LocalServerPort
	private int port;

	@Autowired
	private ApplicationContext application;

	private final List<String> beforeTheFirstWeek = new ArrayList<>();

	private Visitor member;

	private Visitor visitor;

	@BeforeAll
	void beginAWeek() {
		this.visitor = new Visitor(this.port);
		this.beforeTheFirstWeek.add(this.visitor.get("/").body());
		this.member = TestTeam.signedIn(this.application, this.port);
		this.beforeTheFirstWeek.add(this.member.get("/team").body());
		this.beforeTheFirstWeek.add(this.member.get("/team/editions").body());
		done(this.member.post("/team/facts", "version", "-1", "name", "Hearing Week", "coordinator",
				"Hear All, a UK charity", "contact", "hello@hearing.example", "organisation", "Hear All"));
		String draft = Visitor.redirect(this.member.post("/team/editions/next"));
		String year = draft.substring(draft.length() - 4);
		assertThat(year).isEqualTo(String.valueOf(LocalDate.ofInstant(MovableClock.START, ZoneOffset.UTC).getYear()));
		done(this.member.post(draft, "version", "0", "firstDay", "3 May " + year, "lastDay", "9 May " + year, "theme",
				"Hear every voice", "themeText", "Everyone is heard.", "hashtags", "#Hearing21", "pledgeStatement",
				"We pledge to listen.", "pledgeInShort", "to listen", "pledgeForPosts", "to listen to everyone"));
		done(this.member.post(draft + "/announce", "version", "1", "sure", "yes"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "/", "/about", "/theme", "/get-involved", "/calendar", "/calendar?view=week",
			"/calendar/submit", "/calendar/embed", "/calendar.ics", "/calendar.atom", "/calendar.json", "/pledge",
			"/pledge/wall", "/pledge/wall/organisations", "/pledge/numbers", "/pledge/how-we-count", "/pledge/deeds",
			"/toolkit", "/developers", "/editions", "/editions/2021", "/editions/growth", "/accessibility", "/privacy",
			"/nothing", "/team", "/team/words", "/team/words/about", "/team/words/home",
			"/team/words/email-event-changed", "/team/words/email-pledge-renew/0", "/team/facts", "/team/editions/2021",
			"/team/events/new", "/team/editions/2021/impact" })
	void saysNothingOfTheFirstWeek(String path) {
		assertThat(ofTheFirstWeek(this.member.get(path).body())).isEmpty();
	}

	@Test
	void saysNothingOfItBeforeThereIsAWeek() {
		assertThat(this.beforeTheFirstWeek).allSatisfy((page) -> assertThat(ofTheFirstWeek(page)).isEmpty());
	}

	@Test
	void leadsItsTeamThroughTheFirstSteps() {
		assertThat(this.beforeTheFirstWeek.get(1)).contains("Begin your week", "/team/facts", "/team/words",
				"/team/editions", "/team/members");
		assertThat(this.beforeTheFirstWeek.get(2)).contains("Make the first edition");
		assertThat(this.member.get("/team").body()).doesNotContain("Begin your week");
	}

	@Test
	void isCalledByItsName() {
		assertThat(this.visitor.get("/").body()).contains("<title>Hearing Week</title>", "Hear every voice",
				"3 to 9 May 2021", "Hear All, a UK charity");
		assertThat(this.visitor.get("/toolkit/2021/logo-horizontal-colour.svg").body())
			.contains("<title>Hearing Week</title>");
	}

	@Test
	void writesEmailsInItsName() {
		done(this.visitor.post("/pledge", "kind", "MYSELF", "name", "Ada", "email", EMAIL, "role", "TEACHER", "country",
				"GB-ENG", "shown", "true"));
		var confirm = TestMailServer.onlyMailTo(EMAIL);
		String link = TestMailServer.pathIn(confirm);
		assertThat(this.visitor.get(link).body()).contains("We pledge to listen.")
			.satisfies((page) -> assertThat(ofTheFirstWeek(page)).isEmpty());
		assertThat(words(confirm)).contains("Hearing Week");
		String mine = Visitor
			.redirect(this.visitor.post("/pledge/confirm", "token", link.replaceFirst(".*token=", "")));
		assertThat(words(TestMailServer.mailsTo(EMAIL, 2).getLast())).contains("We pledge to listen.");
		assertThat(ofTheFirstWeek(this.visitor.get(mine).body())).isEmpty();
		assertThat(printed(mine.replaceFirst("/pledge/mine", "/pledge/certificate.pdf"))).contains("Hearing Week");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/calendar/programme.pdf", "/toolkit/2021/poster-2021.pdf" })
	void printsPapersInItsName(String path) {
		assertThat(printed(path)).contains("Hearing Week");
	}

	/** All that an email says. */
	private static String words(MimeMessage mail) {
		String words = TestMailServer.subjectOf(mail) + TestMailServer.htmlOf(mail) + TestMailServer.textOf(mail);
		assertThat(ofTheFirstWeek(words)).isEmpty();
		return words;
	}

	/** All that a document says. */
	private String printed(String path) {
		String words = String.join(" ", TestPaper.pages(this.visitor.bytes(path))).replaceAll("\\s+", " ");
		assertThat(ofTheFirstWeek(words)).isEmpty();
		return words;
	}

	private static List<String> ofTheFirstWeek(String page) {
		String seen = SHARED.matcher(UNSEEN.matcher(page).replaceAll("")).replaceAll("");
		return FIRST_WEEK.matcher(seen).results().map((found) -> found.group()).toList();
	}

	private static void done(HttpResponse<String> answer) {
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
	}

}
