package org.awarenessweek.pledge.signing;

import java.util.Locale;
import java.util.UUID;

import org.awarenessweek.JourneyTest;
import org.awarenessweek.Visitor;
import org.awarenessweek.edition.Editions;
import org.awarenessweek.mail.TestMailServer;
import org.awarenessweek.pledge.count.PledgeTotals;
import org.awarenessweek.team.member.TestTeam;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** Unconfirmed signatures, and what the team does with them. */
@JourneyTest
class SignatureTeamTests {

	private final String name = "Ada " + UUID.randomUUID();

	private final String address = UUID.randomUUID() + "@example.org";

	@LocalServerPort
	private int port;

	@Autowired
	private ApplicationContext application;

	@Autowired
	private PledgeTotals totals;

	@Autowired
	private Editions editions;

	@Autowired
	private JdbcClient database;

	private Visitor member;

	private String mailedLink;

	private String path;

	@BeforeEach
	void sign() {
		this.member = TestTeam.signedIn(this.application, this.port);
		new Visitor(this.port).post("/pledge", "kind", "MYSELF", "name", this.name, "email", this.address, "role",
				"MIDWIFE", "country", "GB-ENG");
		this.mailedLink = TestMailServer.pathIn(TestMailServer.onlyMailTo(this.address));
		this.path = "/team/pledges/waiting/" + id();
	}

	@Test
	void listsWhatWaitsAndFindsItByItsAddress() {
		assertThat(this.member.get("/team/pledges/waiting").body()).contains(this.name, this.address, this.path);
		assertThat(this.member.get("/team/pledges/waiting?q=" + this.address.toUpperCase(Locale.ROOT)).body())
			.contains(this.name);
		assertThat(this.member.get("/team/pledges/waiting?q=nobody@example.org").body()).doesNotContain(this.name);
		assertThat(this.member.get("/team/pledges/waiting?q=nobody").statusCode()).isEqualTo(422);
		assertThat(this.member.get("/team/pledges/waiting?below=none").statusCode()).isEqualTo(422);
		assertThat(this.member.get("/team/pledges/waiting?q=").statusCode()).isEqualTo(200);
		assertThat(this.member.get("/team/pledges/waiting/1").statusCode()).isEqualTo(404);
	}

	@Test
	void confirmsByHandForAReasonAndThanks() {
		long before = count();
		assertThat(this.member.post(this.path + "/confirm", "reason", "").statusCode()).isEqualTo(422);
		assertThat(count()).isEqualTo(before);
		String pledge = Visitor
			.redirect(this.member.post(this.path + "/confirm", "reason", "She told Anna on the telephone"));
		assertThat(count()).isEqualTo(before + 1);
		assertThat(this.member.get(pledge).body()).contains(this.name,
				"confirmed a pledge by hand: She told Anna on the telephone");
		assertThat(TestMailServer.pathIn(TestMailServer.mailsTo(this.address, 2).getLast())).startsWith("/pledge/mine");
		assertThat(this.member.get("/team/pledges/waiting").body()).doesNotContain(this.name);
		assertThat(this.member.post(this.path + "/confirm", "reason", "Once more").statusCode()).isEqualTo(404);
		assertThat(count()).isEqualTo(before + 1);
	}

	@Test
	void leavesOutWhatIsConfirmedOrKnown() {
		new Visitor(this.port).post("/pledge/confirm", "token", this.mailedLink.replaceFirst(".*token=", ""));
		assertThat(this.member.get(this.path).statusCode()).isEqualTo(404);
		new Visitor(this.port).post("/pledge", "kind", "MYSELF", "name", this.name, "email", this.address, "role",
				"MIDWIFE", "country", "GB-ENG");
		TestMailServer.mailsTo(this.address, 3);
		assertThat(this.member.get("/team/pledges/waiting").body()).doesNotContain(this.name);
	}

	@Test
	void deletesWhatWasTypedAfterAsking() {
		assertThat(this.member.post(this.path + "/delete").body()).contains("Delete this signature?", this.address);
		assertThat(this.member.get(this.path).statusCode()).as("after asking").isEqualTo(200);
		assertThat(Visitor.redirect(this.member.post(this.path + "/delete", "sure", "yes")))
			.isEqualTo("/team/pledges/waiting");
		assertThat(this.member.get("/team/pledges/waiting").body()).contains("The signature is deleted")
			.doesNotContain(this.name);
		assertThat(new Visitor(this.port).get(this.mailedLink).statusCode()).isEqualTo(404);
		assertThat(this.database.sql("select count(*) from outgoing_mail where recipient = ?")
			.param(this.address)
			.query(Long.class)
			.single()).isZero();
		assertThat(this.member.post(this.path + "/delete", "sure", "yes").statusCode()).isEqualTo(404);
	}

	private UUID id() {
		return this.database.sql("select id from pledge_signature where address = ?")
			.param(this.address)
			.query(UUID.class)
			.single();
	}

	private long count() {
		return this.totals.tally(this.editions.current()).count();
	}

}
