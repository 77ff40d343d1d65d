package org.awarenessweek.pledge;

import java.time.Duration;
import java.util.UUID;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import org.awarenessweek.JourneyTest;
import org.awarenessweek.MovableClock;
import org.awarenessweek.Visitor;
import org.awarenessweek.mail.EmailAddress;
import org.awarenessweek.mail.TestMailServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.domain.Limit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

@JourneyTest
@TestPropertySource(properties = "limits.forms-per-network=100000")
@ExtendWith(OutputCaptureExtension.class)
class PledgeClearingTests {

	private static final Logger LOG = (Logger) LoggerFactory.getLogger(PledgeClearing.class);

	private final String address = UUID.randomUUID() + "@example.org";

	@LocalServerPort
	private int port;

	@Autowired
	private MovableClock clock;

	@Autowired
	private PledgeClearing clearing;

	@Autowired
	private Pledges pledges;

	@Autowired
	private PledgeKeys keys;

	@Autowired
	private JdbcClient database;

	private Visitor visitor;

	@BeforeEach
	void arrive() {
		this.visitor = new Visitor(this.port);
	}

	@BeforeEach
	void listen() {
		LOG.setLevel(Level.INFO);
	}

	@AfterEach
	void goBackToTheWeek() {
		LOG.setLevel(null);
		this.clock.set(MovableClock.START);
	}

	@Test
	void deletesWhatNobodyConfirmedForFourteenDaysAndSaysHowMany(CapturedOutput log) {
		String confirm = sign(1);
		this.clock.advance(Duration.ofDays(14).minusMinutes(1));
		this.clearing.clear();
		assertThat(kept()).isTrue();
		assertThat(this.visitor.get(confirm).statusCode()).isEqualTo(200);
		this.clock.advance(Duration.ofMinutes(2));
		this.clearing.clear();
		assertThat(kept()).isFalse();
		assertThat(typed()).isZero();
		assertThat(this.visitor.get(confirm).statusCode()).isEqualTo(404);
		assertThat(log.getOut()).containsPattern("Deleted \\d+ signatures that nobody confirmed")
			.doesNotContain(this.address);
	}

	@Test
	void lastsAsLongAsTheNewestMail() {
		sign(1);
		this.clock.advance(Duration.ofDays(10));
		sign(2);
		this.clock.advance(Duration.ofDays(10));
		this.clearing.clear();
		assertThat(kept()).isTrue();
		assertThat(typed()).as("the newer one").isOne();
		this.clock.advance(Duration.ofDays(10));
		this.clearing.clear();
		assertThat(kept()).isFalse();
	}

	@Test
	void keepsWhatCountsButNotWhatWasTypedForIt() {
		String confirm = sign(1);
		this.visitor.post("/pledge/confirm", "token", confirm.replaceFirst(".*token=", ""));
		TestMailServer.mailsTo(this.address, 2);
		this.clock.advance(Duration.ofDays(15));
		this.clearing.clear();
		assertThat(kept()).isTrue();
		assertThat(typed()).isZero();
	}

	/**
	 * Signs, and waits for the mail: the clock is not moved while mails are under way.
	 */
	private String sign(int mails) {
		this.visitor.post("/pledge", "kind", "MYSELF", "name", "Ada", "email", this.address, "role", "MIDWIFE",
				"country", "GB-ENG");
		return TestMailServer.pathIn(TestMailServer.mailsTo(this.address, mails).getLast());
	}

	private boolean kept() {
		return typed() > 0
				|| !this.pledges.search("%nobody%", this.keys.address(new EmailAddress(this.address)), Limit.of(1))
					.isEmpty();
	}

	private long typed() {
		return this.database.sql("select count(*) from pledge_signature where address = ?")
			.param(this.address)
			.query(Long.class)
			.single();
	}

}
