package org.awarenessweek.pledge.signing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import org.awarenessweek.JourneyTest;
import org.awarenessweek.MovableClock;
import org.awarenessweek.Visitor;
import org.awarenessweek.edition.Editions;
import org.awarenessweek.mail.EmailAddress;
import org.awarenessweek.mail.TestMailServer;
import org.awarenessweek.pledge.Pledge;
import org.awarenessweek.pledge.PledgeKeys;
import org.awarenessweek.pledge.PledgeRetention;
import org.awarenessweek.pledge.Pledges;
import org.awarenessweek.work.Portions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

@JourneyTest
class RetentionTests {

	private static final List<Logger> LOGS = Stream.of(PledgeRetention.class, SignatureRetention.class)
		.map((activity) -> (Logger) LoggerFactory.getLogger(activity))
		.toList();

	private final ListAppender<ILoggingEvent> log = new ListAppender<>();

	private final String address = UUID.randomUUID() + "@example.org";

	@LocalServerPort
	private int port;

	@Autowired
	private MovableClock clock;

	@Autowired
	private SignatureRetention signatureRetention;

	@Autowired
	private PledgeRetention pledgeRetention;

	@Autowired
	private Pledges pledges;

	@Autowired
	private PledgeKeys keys;

	@Autowired
	private SignatureInserts signatures;

	@Autowired
	private Editions editions;

	@Autowired
	private TransactionTemplate transaction;

	@Autowired
	private JdbcClient database;

	private Visitor visitor;

	private Instant began;

	@BeforeEach
	void arrive() {
		this.began = this.clock.instant();
		this.visitor = new Visitor(this.port);
	}

	@BeforeEach
	void listen() {
		this.log.start();
		LOGS.forEach((log) -> log.addAppender(this.log));
	}

	@AfterEach
	void goBack() {
		LOGS.forEach((log) -> log.detachAppender(this.log));
		this.clock.set(this.began);
	}

	private String said() {
		return this.log.list.stream().map(ILoggingEvent::getFormattedMessage).collect(Collectors.joining("\n"));
	}

	@Test
	void deletesWhatNobodyConfirmedForFourteenDaysAndSaysHowMany() {
		String confirm = sign(1);
		this.clock.advance(Duration.ofDays(14).minusMinutes(1));
		this.signatureRetention.clear();
		assertThat(kept()).isTrue();
		assertThat(this.visitor.get(confirm).statusCode()).isEqualTo(200);
		this.clock.advance(Duration.ofMinutes(2));
		this.signatureRetention.clear();
		assertThat(kept()).isFalse();
		assertThat(typed()).isZero();
		assertThat(this.visitor.get(confirm).statusCode()).isEqualTo(404);
		assertThat(said()).containsPattern("Deleted \\d+ signatures that nobody confirmed")
			.doesNotContain(this.address);
	}

	@Test
	void lastsAsLongAsTheNewestMail() {
		sign(1);
		this.clock.advance(Duration.ofDays(10));
		sign(2);
		this.clock.advance(Duration.ofDays(10));
		this.signatureRetention.clear();
		assertThat(kept()).isTrue();
		assertThat(typed()).as("the newer one").isOne();
		this.clock.advance(Duration.ofDays(10));
		this.signatureRetention.clear();
		assertThat(kept()).isFalse();
	}

	@Test
	void keepsWhatCountsButNotWhatWasTypedForIt() {
		String confirm = sign(1);
		this.visitor.post("/pledge/confirm", "token", confirm.replaceFirst(".*token=", ""));
		TestMailServer.mailsTo(this.address, 2);
		this.clock.advance(Duration.ofDays(15));
		this.signatureRetention.clear();
		assertThat(kept()).isTrue();
		assertThat(typed()).isZero();
	}

	@Test
	void forgetsAddressesSixMonthsAfterTheWeekAndSaysHowMany() {
		confirm(sign(1));
		this.clock.set(Instant.parse("2021-12-13T12:00:00Z"));
		this.pledgeRetention.forgetAddresses();
		assertThat(addresses()).isOne();
		this.clock.advance(Duration.ofDays(1));
		this.pledgeRetention.forgetAddresses();
		assertThat(addresses()).isZero();
		assertThat(kept()).as("the pledge").isTrue();
		assertThat(pledge().counts()).isTrue();
		assertThat(mails()).as("mails that name the address").isZero();
		assertThat(said()).containsPattern("Forgot the addresses of [1-9]\\d* pledges").doesNotContain(this.address);
	}

	@Test
	void forgetsAddressesSixMonthsAfterConfirmingIfThatIsLater() {
		this.clock.set(Instant.parse("2022-01-31T12:00:00Z"));
		confirm(sign(1));
		this.clock.set(Instant.parse("2022-07-31T12:00:00Z"));
		this.pledgeRetention.forgetAddresses();
		assertThat(addresses()).isOne();
		this.clock.advance(Duration.ofDays(1));
		this.pledgeRetention.forgetAddresses();
		assertThat(addresses()).isZero();
	}

	@Test
	void keepsTheAddressOfWhoeverWantsToHearFromUs() {
		confirm(sign(1, this.address, "mayWrite", "true"));
		this.clock.set(Instant.parse("2031-01-01T12:00:00Z"));
		this.pledgeRetention.forgetAddresses();
		assertThat(addresses()).isOne();
	}

	@Test
	void knowsAMailboxWhoseAddressItHasForgottenHoweverItIsSpelled() {
		String person = UUID.randomUUID().toString().replace("-", "");
		confirm(sign(1, person + "@gmail.com"));
		this.clock.set(Instant.parse("2022-01-01T12:00:00Z"));
		this.pledgeRetention.forgetAddresses();
		String other = person.substring(0, 3).toUpperCase(Locale.ROOT) + "." + person.substring(3)
				+ "+again@googlemail.com";
		sign(1, other);
		assertThat(this.database.sql("select count(*) from pledge where address_key = ?")
			.param(this.keys.address(new EmailAddress(other)))
			.query(Long.class)
			.single()).isOne();
		assertThat(this.database.sql("select status from pledge_signature where address = ?")
			.param(other)
			.query(String.class)
			.single()).isEqualTo("KNOWN");
	}

	@Test
	void forgetsNetworksAfterThirtyDaysAndSaysHowMany() {
		confirm(sign(1));
		this.clock.advance(Duration.ofDays(30).minusMinutes(1));
		this.pledgeRetention.forgetNetworks();
		assertThat(networks()).isOne();
		this.clock.advance(Duration.ofMinutes(2));
		this.pledgeRetention.forgetNetworks();
		assertThat(networks()).isZero();
		assertThat(pledge().counts()).isTrue();
		assertThat(said()).containsPattern("Forgot the networks of [1-9]\\d* pledges");
	}

	@Test
	void deletesMoreThanOnePortion() {
		this.transaction.executeWithoutResult((status) -> IntStream.range(0, Portions.SIZE + 1)
			.forEach((i) -> this.signatures
				.add(SampleSignatures.signature(this.editions.current(), i + "." + this.address))));
		this.clock.advance(Duration.ofDays(15));
		this.signatureRetention.clear();
		assertThat(this.database.sql("select count(*) from pledge_signature where address like ?")
			.param("%" + this.address)
			.query(Long.class)
			.single()).isZero();
	}

	/**
	 * Signs, and waits for the email: the clock must not move while emails are under way.
	 */
	private String sign(int mails) {
		return sign(mails, this.address);
	}

	private String sign(int mails, String typed, String... more) {
		List<String> fields = new ArrayList<>(
				List.of("kind", "MYSELF", "name", "Ada", "email", typed, "role", "MIDWIFE", "country", "GB-ENG"));
		fields.addAll(List.of(more));
		this.visitor.post("/pledge", fields.toArray(String[]::new));
		return TestMailServer.pathIn(TestMailServer.mailsTo(typed, mails).getLast());
	}

	private void confirm(String link) {
		this.visitor.post("/pledge/confirm", "token", link.replaceFirst(".*token=", ""));
	}

	private Pledge pledge() {
		return this.pledges.findByAddressKey(this.keys.address(new EmailAddress(this.address))).getFirst();
	}

	private long addresses() {
		return number("select count(*) from pledge where address = ?");
	}

	private long networks() {
		return number("select count(*) from pledge where address = ? and network_key is not null");
	}

	private long mails() {
		return number("select count(*) from outgoing_mail where recipient = ?");
	}

	private long number(String question) {
		return this.database.sql(question).param(this.address).query(Long.class).single();
	}

	private boolean kept() {
		return typed() > 0
				|| !this.pledges.findByAddressKey(this.keys.address(new EmailAddress(this.address))).isEmpty();
	}

	private long typed() {
		return this.database.sql("select count(*) from pledge_signature where address = ?")
			.param(this.address)
			.query(Long.class)
			.single();
	}

}
