package org.awarenessweek.pledge;

import java.time.Duration;
import java.util.UUID;
import java.util.function.Consumer;

import jakarta.mail.internet.MimeMessage;
import org.awarenessweek.JourneyTest;
import org.awarenessweek.edition.Edition;
import org.awarenessweek.mail.EmailAddress;
import org.awarenessweek.mail.TestMailServer;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/** What whoever signs the pledge is told, in every case. */
@JourneyTest
class PledgeMailsTests {

	@Autowired
	private PledgeMails mails;

	@Autowired
	private TransactionTemplate transaction;

	private final String address = UUID.randomUUID() + "@example.org";

	private final Edition edition = SamplePledges.edition();

	private final Pledge pledge = SamplePledges.confirmed(this.edition, "Ada", this.address);

	@Test
	void isAskedToConfirm() {
		var typed = new PledgeDetails(this.edition, PledgeKind.MYSELF, "key", "example.org", null,
				SamplePledges.signatory("Ada **Byron**", this.address, "<b>Leeds</b>", true), SamplePledges.SIGNED_AT);
		MimeMessage mail = sent((mails) -> mails.askToConfirm(UUID.randomUUID(), typed, "K7M2QX", Duration.ofDays(14)));
		assertThat(TestMailServer.textOf(mail)).contains("\nK7M2QX\n", "/pledge/confirm?token=", "/pledge/mine?token=")
			.doesNotContain("Ada", "Leeds");
	}

	@Test
	void isToldThatItIsSignedAlready() {
		MimeMessage mail = sent((mails) -> mails.sayItIsKnown(this.pledge, new EmailAddress(this.address)));
		assertThat(TestMailServer.subjectOf(mail)).isEqualTo("You have already signed the pledge");
		assertThat(TestMailServer.textOf(mail)).contains("See my pledge:\nhttp://localhost/pledge/mine?token=");
	}

	@Test
	void isThankedWithWhatWasPledged() {
		MimeMessage mail = sent((mails) -> mails.thank(this.pledge, new EmailAddress(this.address)));
		assertThat(TestMailServer.textOf(mail)).contains("\n" + this.edition.pledgeStatement() + "\n");
		assertThat(TestMailServer.htmlOf(mail)).contains("<blockquote><p dir=\"auto\">");
		assertThat(TestMailServer.textOf(mail).contains("invite")).isEqualTo(this.edition.takesPledges());
	}

	@Test
	void isAskedToRenewInItsOrganisationsName() throws Exception {
		Pledge ofLeeds = SamplePledges.ofOrganisation(this.edition, "Leeds {stop} <b>Trust</b>", this.address);
		MimeMessage mail = sent((mails) -> mails.askToRenew(ofLeeds, this.edition, new EmailAddress(this.address)));
		assertThat(TestMailServer.textOf(mail)).contains("You signed it for Leeds {stop} <b>Trust</b>.\n",
				"stop our emails:\nhttp://localhost/pledge/unsubscribe?token=");
		assertThat(TestMailServer.htmlOf(mail)).contains("<bdi>Leeds {stop} &lt;b&gt;Trust&lt;/b&gt;</bdi>");
		assertThat(mail.getHeader("List-Unsubscribe")[0]).contains("http://localhost/pledge/unsubscribe?token=");
	}

	@Test
	void isAskedToRenewWithoutAnOrganisation() {
		MimeMessage mail = sent((mails) -> mails.askToRenew(this.pledge, this.edition, new EmailAddress(this.address)));
		assertThat(TestMailServer.textOf(mail)).doesNotContain("You signed it for");
	}

	private MimeMessage sent(Consumer<PledgeMails> act) {
		this.transaction.executeWithoutResult((status) -> act.accept(this.mails));
		return TestMailServer.onlyMailTo(this.address);
	}

}
