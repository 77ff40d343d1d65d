package org.awarenessweek.team.desk;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;

import org.awarenessweek.JourneyTest;
import org.awarenessweek.MovableClock;
import org.awarenessweek.Visitor;
import org.awarenessweek.mail.TestMailServer;
import org.awarenessweek.team.TeamRecord;
import org.awarenessweek.team.TeamRecords;
import org.awarenessweek.team.member.TeamMember;
import org.awarenessweek.team.member.TestTeam;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awarenessweek.Visitor.redirect;

/** What the team sees of emails, and how it hears of those that were given up. */
@JourneyTest
class TeamMailTests {

	private static final Pattern RECIPIENT = Pattern.compile("paged-\\d+@example.org");

	private static final Pattern OLDER = Pattern.compile("rel=\"next\" href=\"([^\"]+)\"");

	@Autowired
	private ApplicationContext application;

	@Autowired
	private JdbcClient database;

	@Autowired
	private MovableClock clock;

	@Autowired
	private TeamDesk desk;

	@Autowired
	private TeamRecords records;

	@LocalServerPort
	private int port;

	private TeamMember anna;

	private Visitor member;

	@BeforeEach
	void signIn() {
		this.anna = TestTeam.newMember(this.application);
		this.member = TestTeam.signedIn(this.application, this.port, this.anna);
		this.database.sql("delete from outgoing_mail where status = 'GIVEN_UP'").update();
	}

	@Test
	void sendsAGivenUpMailAgain() {
		String recipient = TestTeam.newAddress().value();
		UUID id = add(recipient, "GIVEN_UP", this.clock.instant());
		assertThat(this.member.get("/team").body())
			.containsPattern("<strong>[1-9]\\d*</strong>\\s*<span><a[^>]*>Undelivered emails</a>");
		assertThat(this.member.get("/team/mails?status=GIVEN_UP").body()).contains(recipient, "no such mailbox")
			.doesNotContain("the body");
		assertThat(redirect(this.member.post("/team/mails/" + id + "/send-again"))).isEqualTo("/team/mails");
		assertThat(TestMailServer.textOf(TestMailServer.onlyMailTo(recipient))).contains("the body");
		assertThat(this.records.of(id)).singleElement().returns("had an email sent again", TeamRecord::what);
		assertThat(this.member.post("/team/mails/" + id + "/send-again").statusCode()).isEqualTo(404);
	}

	@Test
	void tellsTheTeamOfAGivenUpMailOnce() {
		add(TestTeam.newAddress().value(), "GIVEN_UP", this.clock.instant());
		this.desk.remind();
		String email = this.anna.email().value();
		this.clock.advance(Duration.ofHours(2));
		this.desk.remind();
		assertThat(this.database.sql("select count(*) from outgoing_mail where recipient = ?")
			.param(email)
			.query(Long.class)
			.single()).isEqualTo(1);
		var mail = TestMailServer.onlyMailTo(email);
		assertThat(TestMailServer.subjectOf(mail)).isEqualTo("An email could not be delivered");
		assertThat(TestMailServer.pathIn(mail)).isEqualTo("/team/mails?status=GIVEN_UP");
	}

	@Test
	void doesNotTellTheTeamOfMailsToItself() {
		this.database.sql("delete from outgoing_mail where status = 'GIVEN_UP'").update();
		String email = this.anna.email().value();
		add(email.toUpperCase(Locale.ROOT), "GIVEN_UP", this.clock.instant());
		this.clock.advance(Duration.ofHours(2));
		this.desk.remind();
		assertThat(this.database.sql("select count(*) from outgoing_mail where recipient = ? and subject = ?")
			.params(email, "An email could not be delivered")
			.query(Long.class)
			.single()).isZero();
	}

	@Test
	void leadsThroughAllMailsByPages() {
		this.database.sql("delete from outgoing_mail where status = 'SENT'").update();
		for (int i = 0; i < 120; i++) {
			add("paged-" + i + "@example.org", "SENT", MovableClock.START.plusSeconds(i / 7));
		}
		List<String> seen = new ArrayList<>();
		String page = "/team/mails?status=SENT";
		int pages = 0;
		while (page != null) {
			HttpResponse<String> answer = this.member.get(page.replace("&amp;", "&"));
			RECIPIENT.matcher(answer.body()).results().forEach((found) -> seen.add(found.group()));
			var older = OLDER.matcher(answer.body());
			page = older.find() ? older.group(1) : null;
			pages++;
		}
		assertThat(pages).isEqualTo(3);
		assertThat(seen).hasSize(120).doesNotHaveDuplicates();
	}

	@Test
	void answersAnImpossibleStatusOrPlaceWithAPageOfItsOwn() {
		HttpResponse<String> lost = this.member.get("/team/mails?status=LOST");
		assertThat(lost.statusCode()).isEqualTo(422);
		assertThat(lost.body()).contains("Choose one of the lists above", "/team/mails?status=GIVEN_UP");
		assertThat(this.member.get("/team/mails?below=x").statusCode()).isEqualTo(422);
	}

	/**
	 * Only the delivery gives an email up, after a day of tries, so this inserts one
	 * directly.
	 */
	private UUID add(String recipient, String status, Instant endedAt) {
		UUID id = UUID.randomUUID();
		var moment = endedAt.atOffset(ZoneOffset.UTC);
		this.database
			.sql("""
					insert into outgoing_mail (id, version, recipient, subject, text_body, html_body, status, tries, failure,
					created_at, give_up_at, ended_at)
					values (?, 0, ?, 'a subject', 'the body', '<p>the body', ?, 30, 'no such mailbox', ?, ?, ?)""")
			.params(id, recipient, status, moment, moment, moment)
			.update();
		return id;
	}

}
