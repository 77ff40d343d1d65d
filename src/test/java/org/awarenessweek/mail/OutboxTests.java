package org.awarenessweek.mail;

import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import javax.imageio.ImageIO;

import jakarta.mail.Part;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import org.awarenessweek.JourneyTest;
import org.awarenessweek.MovableClock;
import org.awarenessweek.mail.text.Email;
import org.awarenessweek.mail.text.EmailValues;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.Limit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@JourneyTest
class OutboxTests {

	private static final EmailAddress ADA = new EmailAddress("Ada@example.org");

	@Autowired
	private Outbox outbox;

	@Autowired
	private OutgoingMails mails;

	@Autowired
	private JdbcClient database;

	@Autowired
	private MovableClock clock;

	@Autowired
	private TransactionTemplate transaction;

	/** Starts on a day without requests, and without other tests' emails. */
	@BeforeEach
	void begin() {
		TestMailServer.forgetMails();
		this.clock.advance(Duration.ofDays(2));
	}

	@Test
	void aMailHasBothPartsOfItsText() {
		add("Ada O'Neill & <b>Sons</b>");
		MimeMessage mail = TestMailServer.onlyMailTo("Ada@example.org");
		assertThat(TestMailServer.subjectOf(mail)).isEqualTo("On the calendar: Ada O'Neill & <b>Sons</b>");
		assertThat(TestMailServer.textOf(mail)).contains("\nAda O'Neill & <b>Sons</b>\n");
		assertThat(TestMailServer.htmlOf(mail)).contains("<bdi>Ada O&#39;Neill &amp; &lt;b&gt;Sons&lt;/b&gt;</bdi>")
			.contains("<title>On the calendar: Ada O&#39;Neill &amp; &lt;b&gt;Sons&lt;/b&gt;</title>");
		assertThat(TestMailServer.linkIn(mail)).isEqualTo("http://localhost/calendar/a-walk?day=2021-06-08");
	}

	/** First the text, then the HTML together with the picture that it shows. */
	@Test
	void aMailCarriesTheMarkThatItShows() throws Exception {
		add("Ada");
		MimeMessage mail = TestMailServer.onlyMailTo("Ada@example.org");
		assertThat(mail.getContentType()).startsWith("multipart/alternative");
		var parts = (MimeMultipart) mail.getContent();
		assertThat(parts.getCount()).isEqualTo(2);
		assertThat(parts.getBodyPart(0).getContentType()).isEqualToIgnoringCase("text/plain; charset=UTF-8");
		assertThat(TestMailServer.textOf(mail)).contains("Your event is on the calendar", "You get this email because",
				"http://localhost/mine?token=sample");
		assertThat(parts.getBodyPart(1).getContentType()).startsWith("multipart/related");
		var related = (MimeMultipart) parts.getBodyPart(1).getContent();
		assertThat(related.getCount()).isEqualTo(2);
		assertThat(related.getBodyPart(0).getContentType()).isEqualToIgnoringCase("text/html; charset=UTF-8");
		assertThat((String) related.getBodyPart(0).getContent()).containsOnlyOnce("src=\"cid:mark@localhost\"")
			.doesNotContain("src=\"http", "url(");
		var mark = (MimeBodyPart) related.getBodyPart(1);
		assertThat(mark.getContentType()).isEqualTo("image/png");
		assertThat(mark.getContentID()).isEqualTo("<mark@localhost>");
		assertThat(mark.getDisposition()).isEqualTo(Part.INLINE);
		byte[] png = mark.getInputStream().readAllBytes();
		assertThat(png).hasSizeLessThan(3_000);
		assertThat(ImageIO.read(new ByteArrayInputStream(png)).getWidth()).isEqualTo(96);
		assertThat(mail.getSize()).isLessThan(30_000);
	}

	@Test
	void aTitleCannotAddAHeader() throws Exception {
		add("Ada\r\nBcc: eve@example.org\r\n\r\nBuy this");
		MimeMessage mail = TestMailServer.onlyMailTo("Ada@example.org");
		assertThat(mail.getHeader("Bcc")).isNull();
		assertThat(mail.getAllRecipients()).hasSize(1);
		assertThat(TestMailServer.subjectOf(mail)).startsWith("On the calendar: Ada Bcc");
		assertThat(TestMailServer.mailsTo("eve@example.org")).isEmpty();
	}

	@Test
	void aTransactionThatIsRolledBackSendsNothing() {
		UUID about = UUID.randomUUID();
		this.transaction.executeWithoutResult((status) -> {
			this.outbox.add(ADA, about, SampleEmail.EMAIL, SampleEmail.values("Ada"));
			status.setRollbackOnly();
		});
		assertThat(count(about)).isZero();
		add("Ada, the second");
		assertThat(TestMailServer.textOf(TestMailServer.onlyMailTo("Ada@example.org"))).contains("the second");
	}

	@Test
	void aMailIsAboutSomethingThatIsStoredInTheSameTransaction() {
		assertThatExceptionOfType(IllegalTransactionStateException.class)
			.isThrownBy(() -> this.outbox.add(ADA, SampleEmail.EMAIL, SampleEmail.values("Ada")));
	}

	@Test
	void anybodyCanCauseThreeMailsADayToOneAddress() {
		IntStream.range(0, 5).forEach((i) -> addOnRequest("Ada@example.org"));
		addOnRequest("ADA@EXAMPLE.ORG");
		addOnRequest("bob@example.org");
		add("Ada");
		TestMailServer.mailsTo("Ada@example.org", 4);
		assertThat(TestMailServer.mailsTo("ADA@EXAMPLE.ORG")).isEmpty();
		TestMailServer.onlyMailTo("bob@example.org");
		this.clock.advance(Duration.ofDays(1));
		addOnRequest("Ada@example.org");
		TestMailServer.mailsTo("Ada@example.org", 5);
	}

	@Test
	void requestsUnderAClockThatWasAheadDoNotCount() {
		Instant right = this.clock.instant();
		this.clock.advance(Duration.ofDays(365));
		IntStream.range(0, 3).forEach((i) -> addOnRequest("ahead@example.org"));
		this.clock.set(right);
		IntStream.range(0, 4).forEach((i) -> addOnRequest("ahead@example.org"));
		TestMailServer.mailsTo("ahead@example.org", 6);
		this.outbox.clear();
		assertThat(this.database.sql("select count(*) from mail_request where requested_at > ?")
			.param(right.plus(Duration.ofDays(1)).atOffset(ZoneOffset.UTC))
			.query(Long.class)
			.single()).isZero();
	}

	@Test
	void aButtonThatIsPressedTwiceSendsOneMail() {
		EmailAddress twice = new EmailAddress("twice@example.org");
		for (String what : List.of("one", "another", "third")) {
			assertThat(addOnce(twice, what)).isEqualTo(Outbox.Answer.SENT);
			assertThat(addOnce(twice, "one")).isEqualTo(Outbox.Answer.SENT_JUST_NOW);
		}
		assertThat(addOnce(twice, "fourth")).isEqualTo(Outbox.Answer.TOO_MANY);
		TestMailServer.mailsTo(twice.value(), 3);
		this.clock.advance(Duration.ofDays(1));
		assertThat(addOnce(twice, "one")).isEqualTo(Outbox.Answer.SENT);
		TestMailServer.mailsTo(twice.value(), 4);
	}

	private Outbox.@Nullable Answer addOnce(EmailAddress to, String what) {
		return this.transaction
			.execute((status) -> this.outbox.addOnce(to, what, SampleEmail.EMAIL, SampleEmail.values("Ada")));
	}

	@Test
	void eachKindOfMailHasALimitOfItsOwn() {
		IntStream.range(0, 4).forEach((i) -> addOnRequest("kinds@example.org"));
		this.transaction.executeWithoutResult((status) -> this.outbox
			.addOnRequest(new EmailAddress("kinds@example.org"), Email.TEAM_MAILS, new EmailValues()));
		assertThat(TestMailServer.mailsTo("kinds@example.org", 4)).extracting(TestMailServer::subjectOf)
			.containsOnlyOnce("An email could not be delivered");
	}

	@Test
	void whatIsForgottenLeavesNothingOfTheAddressAndCountsStill() {
		EmailAddress gone = new EmailAddress("gone@example.org");
		UUID about = UUID.randomUUID();
		this.transaction.executeWithoutResult((status) -> {
			IntStream.range(0, 3)
				.forEach((i) -> this.outbox.addOnRequest(gone, about, SampleEmail.EMAIL, SampleEmail.values("Ada")));
			this.outbox.add(gone, about, SampleEmail.EMAIL, SampleEmail.values("Ada"));
			this.outbox.forget(about);
		});
		assertThat(this.mails.findByOrderByCreatedAtDesc(Limit.unlimited())).extracting(OutgoingMail::recipient)
			.doesNotContain(gone);
		assertThat(this.database.sql("select * from mail_request").query().listOfRows().toString())
			.doesNotContainIgnoringCase("gone");
		addOnRequest(gone.value());
		assertThat(this.mails.findByOrderByCreatedAtDesc(Limit.unlimited())).extracting(OutgoingMail::recipient)
			.doesNotContain(gone);
	}

	@Test
	void whatIsAboutSomethingElseIsNotForgotten() {
		add("Ada");
		this.transaction.executeWithoutResult((status) -> this.outbox.forget(UUID.randomUUID()));
		TestMailServer.onlyMailTo("Ada@example.org");
	}

	@Test
	void theLimitHoldsHoweverManyAskAtOnce() throws Exception {
		try (var crowd = Executors.newFixedThreadPool(8)) {
			List<Future<?>> asked = IntStream.range(0, 24)
				.<Future<?>>mapToObj((i) -> crowd.submit(() -> addOnRequest("victim@example.org")))
				.toList();
			for (Future<?> one : asked) {
				one.get();
			}
		}
		TestMailServer.mailsTo("victim@example.org", 3);
	}

	@Test
	void whatEndedTwoWeeksAgoIsForgotten() {
		UUID about = UUID.randomUUID();
		this.transaction.executeWithoutResult(
				(status) -> this.outbox.add(ADA, about, SampleEmail.EMAIL, SampleEmail.values("Ada")));
		this.clock.advance(OutgoingMail.KEPT.minusSeconds(1));
		this.outbox.clear();
		assertThat(count(about)).isOne();
		this.clock.advance(Duration.ofSeconds(1));
		this.outbox.clear();
		assertThat(count(about)).isZero();
	}

	private void add(String name) {
		this.transaction
			.executeWithoutResult((status) -> this.outbox.add(ADA, SampleEmail.EMAIL, SampleEmail.values(name)));
	}

	private void addOnRequest(String address) {
		this.transaction.executeWithoutResult((status) -> this.outbox.addOnRequest(new EmailAddress(address),
				SampleEmail.EMAIL, SampleEmail.values("you")));
	}

	private long count(UUID about) {
		return this.database.sql("select count(*) from outgoing_mail where about = ?")
			.param(about)
			.query(Long.class)
			.single();
	}

}
