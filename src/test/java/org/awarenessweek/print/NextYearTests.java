package org.awarenessweek.print;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.mail.internet.MimeMessage;
import org.awarenessweek.JourneyTest;
import org.awarenessweek.Visitor;
import org.awarenessweek.edition.Edition;
import org.awarenessweek.edition.Editions;
import org.awarenessweek.mail.TestMailServer;
import org.awarenessweek.page.AllPages;
import org.awarenessweek.team.member.TestTeam;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A week in another year, with other texts: the site says nothing of 2021, and invites
 * nobody to what is closed.
 */
@JourneyTest
class NextYearTests {

	private static final List<String> PAGES = List.of("/", "/about", "/theme", "/get-involved", "/calendar",
			"/calendar?day=2022-06-14", "/calendar?view=week", "/calendar/embed", "/calendar/submit", "/calendar.ics",
			"/calendar.atom", "/calendar.csv", "/calendar.json", "/developers", "/toolkit", "/pledge", "/pledge/sent",
			"/pledge/wall", "/pledge/wall/organisations", "/pledge/numbers", "/pledge/deeds", "/pledge/how-we-count",
			"/pledge/badge.svg", "/privacy", "/accessibility", "/editions/2022", "/editions/2022/calendar",
			"/no-such-page", "/pledge/confirm?token=unknown");

	private static final String[] WORDS_OF_2021 = { "nclude infants", "ncluding infants", "IncludingInfants", "IMHAW21",
			"infant, children", "include babies", "includes babies", "change of language", "13 June 2021",
			"2021-06-07" };

	private final String address = UUID.randomUUID() + "@example.org";

	@LocalServerPort
	private int port;

	@Autowired
	private ApplicationContext application;

	@Autowired
	private Editions editions;

	@Autowired
	private JdbcClient database;

	private Visitor visitor;

	private Visitor member;

	@BeforeEach
	void draftTheNextWeek() {
		this.visitor = new Visitor(this.port);
		this.member = TestTeam.signedIn(this.application, this.port);
		this.member.get("/team/editions");
		this.member.post("/team/editions/next");
	}

	/** Keeps the other tests on this database in the 2021 week. */
	@AfterEach
	void takeItBack() {
		this.database.sql("update edition set announced_at = null where calendar_year = 2022").update();
		AllPages.forget(this.application);
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void saysNothingInTheWordsOfTheYearBefore(boolean all) {
		announce(true, all);
		for (String page : PAGES) {
			assertThat(this.visitor.get(page).body()).as(page).doesNotContainIgnoringCase(WORDS_OF_2021);
		}
		assertThat(this.visitor.get("/theme").body()).contains("We pledge to learn how early trauma affects babies");
		assertThat(pdf("/calendar/programme.pdf")).doesNotContainIgnoringCase(WORDS_OF_2021);

		this.visitor.post("/pledge", "kind", "MYSELF", "name", "Ada", "email", this.address, "role", "MIDWIFE",
				"country", "GB-ENG", "nameShown", "true");
		String link = TestMailServer.pathIn(TestMailServer.onlyMailTo(this.address));
		String token = link.replaceFirst(".*token=", "");
		String thanks = Visitor.redirect(this.visitor.post("/pledge/confirm", "token", token));
		MimeMessage thanked = TestMailServer.mailsTo(this.address, 2).getLast();
		assertThat(TestMailServer.textOf(thanked) + TestMailServer.htmlOf(thanked)).contains("#IMHAW22")
			.doesNotContainIgnoringCase(WORDS_OF_2021);
		String page = this.visitor.get(thanks).body();
		assertThat(page).contains("#IMHAW22", "Ada has signed the pledge").doesNotContainIgnoringCase(WORDS_OF_2021);
		if (all) {
			assertThat(page).contains("Ada has signed the pledge to learn about early trauma.",
					"I have signed the pledge of Infant Mental Health Awareness Week: to learn about it all year. #IMHAW22");
		}
		String mine = thanks.replaceFirst("/pledge/mine", "/pledge/certificate.pdf");
		assertThat(pdf(mine)).contains("early trauma affects babies").doesNotContainIgnoringCase(WORDS_OF_2021);
	}

	@Test
	void invitesNobodyToWhatIsClosed() {
		announce(false, true);
		for (String page : PAGES) {
			assertThat(this.visitor.get(page).body()).as(page)
				.doesNotContain("href=\"/calendar/submit\"", "Sign the pledge", "add your own", "put your own",
						"sign again");
		}
		for (String page : List.of("/get-involved", "/theme", "/pledge")) {
			assertThat(this.visitor.get(page).body()).as(page).contains("closed at the moment");
		}
		for (String page : List.of("/get-involved", "/calendar", "/calendar/submit")) {
			assertThat(this.visitor.get(page).body()).as(page).contains("new events at the moment");
		}
	}

	private void announce(boolean open, boolean all) {
		String path = "/team/editions/2022";
		List<String> words = new ArrayList<>(List.of("firstDay", "2022-06-13", "lastDay", "2022-06-19", "theme",
				"Understanding Early Trauma", "hashtags", "#IMHAW22", "pledgeStatement",
				"We pledge to learn how early trauma affects babies"));
		if (all) {
			words.addAll(List.of("pledgeInShort", "to learn about early trauma", "pledgeForPosts",
					"to learn about it all year", "pledgeReason", "It helps."));
		}
		send(path, words.toArray(String[]::new));
		send(path + "/open", "events", String.valueOf(open), "pledges", String.valueOf(open));
		send(path + "/announce", "sure", "yes");
		assertThat(this.editions.current().year()).isEqualTo(2022);
	}

	private void send(String path, String... fields) {
		Edition draft = this.editions.findByYear(2022).orElseThrow();
		HttpResponse<String> answer = this.member.post(path,
				Stream.concat(Stream.of("version", String.valueOf(draft.version())), Stream.of(fields))
					.toArray(String[]::new));
		assertThat(answer.statusCode()).as(path).isBetween(300, 399);
	}

	private String pdf(String path) {
		return String.join(" ", TestPaper.pages(this.visitor.bytes(path))).replaceAll("\\s+", " ");
	}

}
