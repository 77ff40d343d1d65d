package org.awarenessweek.pledge.signing;

import java.time.Duration;
import java.util.UUID;

import jakarta.mail.internet.MimeMessage;
import org.awarenessweek.JourneyTest;
import org.awarenessweek.MovableClock;
import org.awarenessweek.edition.Editions;
import org.awarenessweek.mail.EmailAddress;
import org.awarenessweek.mail.TestMailServer;
import org.awarenessweek.pledge.Pledge;
import org.awarenessweek.pledge.PledgeKeys;
import org.awarenessweek.pledge.PledgeKind;
import org.awarenessweek.pledge.Pledges;
import org.awarenessweek.pledge.SamplePledges;
import org.awarenessweek.pledge.Signatory;
import org.awarenessweek.pledge.mine.PledgeSelfService;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** Signing, and confirming from the mailbox, without a page in between. */
@JourneyTest
class PledgeSigningTests {

	private final EmailAddress address = new EmailAddress(UUID.randomUUID() + "@example.org");

	@Autowired
	private PledgeSigning signing;

	@Autowired
	private PledgeConfirmation confirmation;

	@Autowired
	private PledgeCodes codes;

	@Autowired
	private Pledges pledges;

	@Autowired
	private PledgeKeys keys;

	@Autowired
	private PledgeSelfService selfService;

	@Autowired
	private JdbcClient database;

	@Autowired
	private Editions editions;

	@Autowired
	private MovableClock clock;

	@Test
	void countsForNothingUntilItIsConfirmed() {
		String handle = sign("Ada");
		String secret = secret(TestMailServer.onlyMailTo(this.address.value()));
		assertThat(this.pledges.findByAddressKey(this.keys.address(this.address))).isEmpty();
		assertThat(this.confirmation.toConfirm(secret))
			.hasValueSatisfying((signature) -> assertThat(signature.signatory().name()).isEqualTo("Ada"));
		assertThat(this.confirmation.confirmed(secret)).isEmpty();
		assertThat(this.codes.triesLeft(handle)).isEqualTo(Signature.TRIES);
	}

	@Test
	void beginsThePledgeOnceHoweverOftenItIsConfirmed() {
		sign("Ada");
		String secret = secret(TestMailServer.onlyMailTo(this.address.value()));
		UUID signature = this.confirmation.toConfirm(secret).orElseThrow().id();
		assertThat(this.confirmation.confirm(secret)).isPresent();
		assertThat(this.confirmation.confirm(secret)).isPresent();
		assertThat(this.pledges.findByAddressKey(this.keys.address(this.address))).extracting(Pledge::id)
			.containsExactly(signature);
		assertThat(this.confirmation.confirmed(secret)).isPresent();
	}

	@Test
	void leadsWhoeverSignsAgainToThePledgeThatIsThere() {
		sign("Ada");
		String first = secret(TestMailServer.onlyMailTo(this.address.value()));
		this.clock.advance(Duration.ofMinutes(5));
		sign("Grace");
		String second = secret(TestMailServer.mailsTo(this.address.value(), 2).getLast());
		assertThat(this.confirmation.confirm(first)).isPresent();
		assertThat(this.confirmation.confirm(second)).isPresent();
		assertThat(this.pledges.findByAddressKey(this.keys.address(this.address))).extracting(Pledge::shownName)
			.containsExactly("Ada");
	}

	@Test
	void takesTheCodeOnItsOwnPageAlone() {
		String handle = sign("Ada");
		String code = TestMailServer.textOf(TestMailServer.onlyMailTo(this.address.value()))
			.replaceAll("(?s).*\\n([2-9A-HJ-NP-Z]{6})\\r?\\n.*", "$1");
		assertThat(this.codes.confirm("another page", code)).isEmpty();
		assertThat(this.codes.confirm(handle, "000000")).isEmpty();
		assertThat(this.codes.triesLeft(handle)).isEqualTo(Signature.TRIES - 1);
		assertThat(this.codes.confirm(handle, code)).isPresent();
	}

	@Test
	void confirmsNothingWithASecretThatNobodyWasSent() {
		assertThat(this.confirmation.confirm("nothing")).isEmpty();
		assertThat(this.confirmation.toConfirm("nothing")).isEmpty();
	}

	@Test
	void leavesNothingBehindWhenAPledgeIsWithdrawnWhosePersonWasErased() {
		sign("Ada");
		String mine = this.confirmation.confirm(secret(TestMailServer.onlyMailTo(this.address.value()))).orElseThrow();
		TestMailServer.mailsTo(this.address.value(), 2);
		this.selfService.erase(mine);
		this.clock.advance(Duration.ofMinutes(5));
		sign("Ada again");
		TestMailServer.mailsTo(this.address.value(), 3);
		this.selfService.withdraw(mine);
		assertThat(rows("pledge_signature where address")).isZero();
		assertThat(rows("outgoing_mail where recipient")).isZero();
	}

	private long rows(String where) {
		return this.database.sql("select count(*) from " + where + " = ?")
			.param(this.address.value())
			.query(Long.class)
			.single();
	}

	private String sign(String name) {
		Signatory signatory = SamplePledges.signatory(name, this.address.value(), null, true);
		return this.signing.sign(this.editions.current(), PledgeKind.MYSELF, signatory, this.address, "network");
	}

	private static String secret(MimeMessage mail) {
		return TestMailServer.pathIn(mail).replaceFirst(".*token=", "");
	}

}
