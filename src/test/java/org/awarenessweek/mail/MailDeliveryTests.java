package org.awarenessweek.mail;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import org.awarenessweek.DatabaseTest;
import org.awarenessweek.MovableClock;
import org.awarenessweek.Statements;
import org.awarenessweek.Warnings;
import org.awarenessweek.site.Site;
import org.awarenessweek.site.SiteFacts;
import org.awarenessweek.site.SiteSettings;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;
import static org.awaitility.Awaitility.await;

/** Delivery to a real SMTP server that is up, down or slow. */
@DatabaseTest
@Transactional(propagation = Propagation.NOT_SUPPORTED)
class MailDeliveryTests {

	private static final EmailAddress ADA = new EmailAddress("ada@example.org");

	private static final Duration LEASE = Duration.ofSeconds(40);

	private final JavaMailSenderImpl sender = new JavaMailSenderImpl();

	@Autowired
	private OutgoingMails mails;

	@Autowired
	private JdbcClient database;

	@Autowired
	private MovableClock clock;

	@Autowired
	private PlatformTransactionManager transactionManager;

	@Autowired
	private Statements statements;

	private GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

	@BeforeEach
	void start() {
		this.clock.set(MovableClock.START);
		this.database.sql("delete from outgoing_mail").update();
		this.server.start();
		this.sender.setHost("127.0.0.1");
		this.sender.setPort(this.server.getSmtp().getPort());
	}

	@AfterEach
	void stop() {
		this.server.stop();
	}

	@Test
	void aMailSaysWhatItShould() throws Exception {
		OutgoingMail mail = store(ADA, "Grüße aus Llŷn");
		delivery().doNext();
		MimeMessage received = onlyReceived();
		assertThat(received.getSubject()).isEqualTo("Grüße aus Llŷn");
		assertThat(received.getContentType()).startsWith("multipart/alternative");
		assertThat(TestMailServer.textOf(received)).isEqualTo("Text with ŵ and ŷ\n");
		assertThat(TestMailServer.htmlOf(received)).isEqualTo("<p>HTML with ŵ and ŷ</p>");
		assertThat(header(received, "From")).isEqualTo("The Week <hello@week.example>");
		assertThat(header(received, "Reply-To")).isEqualTo("hello@week.example");
		assertThat(header(received, "To")).isEqualTo("ada@example.org");
		assertThat(header(received, "Auto-Submitted")).isEqualTo("auto-generated");
		assertThat(header(received, "Message-ID")).isEqualTo("<" + mail.id() + "@week.example.org>");
		assertThat(received.getSentDate()).isEqualTo(Date.from(MovableClock.START));
	}

	@Test
	void theSendersAddressCanBeAnotherOne() throws Exception {
		store(ADA, "Hello");
		delivery(new MailSettings("mails@week.example", LEASE), site("hello@week.example")).doNext();
		assertThat(header(onlyReceived(), "From")).isEqualTo("The Week <mails@week.example>");
		assertThat(header(onlyReceived(), "Reply-To")).isEqualTo("hello@week.example");
	}

	@Test
	void aSiteWithoutAContactCanStillSend() throws Exception {
		store(ADA, "Hello");
		delivery(new MailSettings(null, LEASE), site(null)).doNext();
		assertThat(header(onlyReceived(), "From")).isEqualTo("The Week <no-reply@week.example.org>");
	}

	@Test
	void nothingIsLeftOfASentMailsBody() {
		OutgoingMail mail = store(ADA, "Hello");
		assertThat(delivery().doNext()).isTrue();
		assertThat(stored(mail).status()).isEqualTo(MailStatus.SENT);
		assertThat(stored(mail).readable()).isFalse();
		assertThat(delivery().doNext()).isFalse();
	}

	@Test
	void aMailWaitsForTheServerToComeBack(Warnings warnings) throws Exception {
		OutgoingMail mail = store(ADA, "Hello");
		this.server.stop();
		assertThat(delivery().doNext()).isFalse();
		warnings.expect("The mail server takes no emails: Connection refused");
		assertThat(stored(mail).status()).isEqualTo(MailStatus.WAITING);
		assertThat(stored(mail).failure()).isNotBlank();
		startAgain();
		assertThat(delivery().doNext()).as("before the next try is due").isFalse();
		this.clock.advance(Duration.ofMinutes(1));
		assertThat(delivery().doNext()).isTrue();
		assertThat(header(onlyReceived(), "Message-ID")).isEqualTo("<" + mail.id() + "@week.example.org>");
		assertThat(onlyReceived().getSentDate()).isEqualTo(Date.from(MovableClock.START.plusSeconds(60)));
	}

	@Test
	void aMailThatMayHaveArrivedIsSentAgainWithTheSameMessageId() throws Exception {
		OutgoingMail mail = store(ADA, "Hello");
		delivery().doNext();
		this.database
			.sql("update outgoing_mail set status = 'WAITING', ended_at = null, next_try_at = ?, text_body = ?, "
					+ "html_body = ?")
			.params(this.clock.instant().atOffset(ZoneOffset.UTC), "Text", "<p>HTML</p>")
			.update();
		delivery().doNext();
		assertThat(this.server.getReceivedMessages()).hasSize(2)
			.allSatisfy((received) -> assertThat(header(received, "Message-ID"))
				.isEqualTo("<" + mail.id() + "@week.example.org>"));
	}

	@Test
	void aMailThatIsRefusedIsGivenUpAfterADayAndTheTeamCanSendItAgain(Warnings warnings) throws Exception {
		OutgoingMail mail = store(ADA, "Hello");
		try (MoodyServer moody = new MoodyServer().says("RCPT", "550 no such user")) {
			this.sender.setPort(moody.port());
			MailDelivery delivery = delivery();
			for (int hour = 0; hour <= 24; hour++) {
				assertThat(this.mails.countGivenUp()).isZero();
				this.clock.set(MovableClock.START.plus(Duration.ofHours(hour)));
				delivery.doNext();
			}
		}
		assertThat(this.mails.countGivenUp()).isEqualTo(1);
		assertThat(warnings.expect("was given up; the team can send it again")).hasSize(1);
		this.sender.setPort(this.server.getSmtp().getPort());
		this.clock.advance(Duration.ofDays(10));
		assertThat(delivery().doNext()).isFalse();
		transaction().executeWithoutResult((status) -> stored(mail).sendAgain(this.clock.instant()));
		assertThat(delivery().doNext()).isTrue();
		assertThat(header(onlyReceived(), "Message-ID")).contains(mail.id().toString());
		assertThat(this.mails.countGivenUp()).isZero();
	}

	@ParameterizedTest
	@CsvSource({ "GREETING, 421 too busy", "GREETING, 554 no service for you", "GREETING, ''", "EHLO, ''",
			"AUTH, 535 wrong password for mails@week.example", "AUTH, 454 try later",
			"MAIL, 550 <hello@week.example> may not send", "MAIL, 451 greylisted", "RCPT, 421 leaving", "RCPT, ''",
			"DATA, 421 leaving", "BODY, ''", "BODY, 421 leaving" })
	void aServerThatTakesNothingHoldsAllMailsUpAndTheLogSaysSoOnce(String step, String answer, Warnings warnings)
			throws Exception {
		OutgoingMail mail = store(ADA, "Hello");
		this.clock.advance(Duration.ofSeconds(1));
		store(new EmailAddress("bea@example.org"), "Hello");
		try (MoodyServer moody = new MoodyServer().says(step, answer)) {
			this.sender.setPort(moody.port());
			this.sender.setUsername("week");
			this.sender.setPassword("wrong");
			MailDelivery delivery = delivery();
			assertThat(delivery.doNext()).isFalse();
			assertThat(delivery.doNext()).isFalse();
			assertThat(warnings.expect("The mail server takes no emails")).singleElement(STRING).doesNotContain("@");
			assertThat(delivery.outage()).isNotNull();
			for (int minutes = 0; minutes < 60; minutes++) {
				this.clock.advance(Duration.ofMinutes(1));
				delivery.doNext();
			}
			assertThat(stored(mail).tries()).isZero();
			moody.calmDown();
			this.clock.advance(Duration.ofMinutes(1));
			assertThat(delivery.doNext()).isTrue();
			assertThat(delivery.doNext()).isTrue();
			assertThat(moody.taken()).isEqualTo(2);
			assertThat(delivery.outage()).isNull();
		}
		assertThat(stored(mail).status()).isEqualTo(MailStatus.SENT);
	}

	@ParameterizedTest
	@CsvSource({ "RCPT, 550 no such user", "RCPT, 451 greylisted", "RCPT, 552 mailbox full", "MAIL, 552 too large",
			"DATA, 554 no", "BODY, 550 looks like spam", "BODY, 452 no room" })
	void aMailThatIsRefusedHoldsNoOtherUp(String step, String answer) throws Exception {
		OutgoingMail mail = store(ADA, "Hello");
		try (MoodyServer moody = new MoodyServer().says(step, answer)) {
			this.sender.setPort(moody.port());
			MailDelivery delivery = delivery();
			assertThat(delivery.doNext()).isTrue();
			assertThat(delivery.outage()).isNull();
		}
		assertThat(stored(mail).tries()).isEqualTo(1);
		assertThat(stored(mail).failure()).contains(answer.substring(0, 3));
	}

	@ParameterizedTest
	@ValueSource(strings = { "550 relaying denied", "451 greylisted" })
	void aServerThatRefusesEveryRecipientDoesNotMeanThem(String answer, Warnings warnings) throws Exception {
		IntStream.range(0, 40).forEach((i) -> store(new EmailAddress("person" + i + "@example.org"), "Hello"));
		try (MoodyServer moody = new MoodyServer().says("RCPT", answer)) {
			this.sender.setPort(moody.port());
			MailDelivery delivery = delivery();
			int refused = 0;
			while (delivery.doNext()) {
				refused++;
			}
			assertThat(refused).as("each once, so that none is in the way of one that is taken").isEqualTo(40);
			assertThat(warnings.expect("The mail server takes no emails: " + answer)).hasSize(1);
			moody.calmDown();
			this.clock.advance(Duration.ofMinutes(1));
			while (delivery.doNext()) {
				// all of them
			}
			assertThat(moody.taken()).isEqualTo(40);
		}
	}

	@Test
	void mailsAreGivenUpForTheServersFaultOnlyAfterFiveDays(Warnings warnings) throws Exception {
		OutgoingMail mail = store(ADA, "Hello");
		this.server.stop();
		MailDelivery delivery = delivery();
		for (int hour = 0; hour < 5 * 24; hour++) {
			this.clock.set(MovableClock.START.plus(Duration.ofHours(hour)));
			delivery.doNext();
			assertThat(stored(mail).status()).isEqualTo(MailStatus.WAITING);
		}
		this.clock.set(MovableClock.START.plus(Duration.ofDays(5)));
		delivery.doNext();
		assertThat(stored(mail).status()).isEqualTo(MailStatus.GIVEN_UP);
		assertThat(warnings.expect("The mail server takes no emails")).hasSize(1);
		warnings.expect("was given up");
	}

	@Test
	void aServerThatNeverAnswersKeepsNoConnectionToTheDatabase(Warnings warnings) throws Exception {
		OutgoingMail mail = store(ADA, "Hello");
		try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			this.sender.setPort(silent.getLocalPort());
			this.sender.getJavaMailProperties().setProperty("mail.smtp.timeout", "300");
			try (var one = Executors.newSingleThreadExecutor()) {
				Future<Boolean> delivered = one.submit(() -> delivery().doNext());
				silent.accept();
				transaction().executeWithoutResult(
						(status) -> this.database.sql("select id from outgoing_mail where id = ? for update")
							.param(mail.id())
							.query(UUID.class)
							.single());
				assertThat(delivered.get()).isFalse();
			}
		}
		assertThat(stored(mail).status()).isEqualTo(MailStatus.WAITING);
		warnings.expect("The mail server takes no emails: Read timed out");
	}

	@Test
	void aMailThatItsTakerLeftBehindIsTakenByAnother() throws Exception {
		OutgoingMail mail = store(ADA, "Hello");
		transaction().executeWithoutResult((status) -> stored(mail).take(this.clock.instant(), LEASE));
		assertThat(delivery().doNext()).isFalse();
		this.clock.advance(LEASE);
		assertThat(delivery().doNext()).isTrue();
		onlyReceived();
	}

	@Test
	void aMailThatAWrongClockPutOffGoesOutOnceTheClockIsRight() throws Exception {
		this.clock.advance(Duration.ofDays(365));
		OutgoingMail mail = store(ADA, "Hello");
		transaction().executeWithoutResult((status) -> stored(mail).take(this.clock.instant(), LEASE));
		this.clock.set(MovableClock.START);
		assertThat(delivery().doNext()).as("looks at what is due").isFalse();
		try (MailDelivery delivery = delivery()) {
			delivery.beginByItself();
			await().until(() -> stored(mail).status() == MailStatus.SENT);
		}
		onlyReceived();
	}

	@Test
	void aMailStaysWithItsNodeHoweverLongTheServerTakes(Warnings warnings) throws Exception {
		OutgoingMail mail = store(ADA, "Hello");
		try (ServerSocket slow = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
				var one = Executors.newSingleThreadExecutor()) {
			JavaMailSenderImpl other = new JavaMailSenderImpl();
			other.setHost("127.0.0.1");
			other.setPort(slow.getLocalPort());
			MailDelivery busy = delivery(other);
			Future<Boolean> first = one.submit(busy::doNext);
			Socket taken = slow.accept();
			this.clock.advance(LEASE.minusSeconds(1));
			busy.beginByItself();
			this.clock.advance(LEASE.minusSeconds(1));
			assertThat(delivery().doNext()).isFalse();
			assertThat(stored(mail).tries()).isEqualTo(1);
			taken.close();
			assertThat(first.get()).isFalse();
		}
		warnings.expect("The mail server takes no emails");
	}

	@Test
	void aMailThatTwoTookIsSentAndNeitherStops() throws Exception {
		OutgoingMail mail = store(ADA, "Hello");
		try (ServerSocket slow = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
				var one = Executors.newSingleThreadExecutor()) {
			JavaMailSenderImpl other = new JavaMailSenderImpl();
			other.setHost("127.0.0.1");
			other.setPort(slow.getLocalPort());
			Future<Boolean> first = one.submit(() -> delivery(other).doNext());
			try (Socket taken = slow.accept();
					Socket onward = new Socket("127.0.0.1", this.server.getSmtp().getPort())) {
				this.clock.advance(LEASE);
				assertThat(delivery().doNext()).isTrue();
				Thread.ofVirtual().start(() -> pass(taken, onward));
				pass(onward, taken);
			}
			assertThat(first.get()).isTrue();
		}
		assertThat(this.server.getReceivedMessages()).hasSize(2);
		assertThat(stored(mail).status()).isEqualTo(MailStatus.SENT);
	}

	@Test
	void aMailThatCannotBeWrittenHoldsNoOtherUp() throws Exception {
		OutgoingMail bad = store(ADA, "Bad");
		this.database.sql("update outgoing_mail set text_body = null").update();
		this.clock.advance(Duration.ofSeconds(1));
		store(ADA, "Good");
		assertThat(delivery().doNext()).isTrue();
		assertThat(delivery().doNext()).isTrue();
		assertThat(onlyReceived().getSubject()).isEqualTo("Good");
		assertThat(stored(bad).status()).isEqualTo(MailStatus.WAITING);
		assertThat(stored(bad).failure()).isEqualTo("The body of this mail was erased");
	}

	@Test
	void deliverersSideBySideSendEachMailOnce() throws Exception {
		int number = 100;
		IntStream.range(0, number).forEach((i) -> store(new EmailAddress("person" + i + "@example.org"), "Hello"));
		try (var nodes = Executors.newFixedThreadPool(4)) {
			List<Future<Integer>> rounds = IntStream.range(0, 4).mapToObj((node) -> nodes.submit(() -> {
				int delivered = 0;
				while (delivery().doNext()) {
					delivered++;
				}
				return delivered;
			})).toList();
			for (Future<Integer> round : rounds) {
				round.get();
			}
		}
		while (delivery().doNext()) {
			// Delivers the emails that were locked when the last worker looked.
		}
		assertThat(Arrays.stream(this.server.getReceivedMessages()).map((mail) -> header(mail, "Message-ID")))
			.hasSize(number)
			.doesNotHaveDuplicates();
	}

	@Test
	void amongThousandsTheOldestGoesFirstAndCostsNoMore() throws Exception {
		store(ADA, "Alone");
		int alone = this.statements.during(() -> assertThat(delivery().doNext()).isTrue()).size();
		OutgoingMail oldest = store(ADA, "Oldest");
		this.clock.advance(Duration.ofSeconds(1));
		new TransactionTemplate(this.transactionManager).executeWithoutResult((status) -> {
			for (int i = 0; i < 2000; i++) {
				store(ADA, "Later");
			}
		});
		int among = this.statements.during(() -> assertThat(delivery().doNext()).isTrue()).size();
		assertThat(stored(oldest).status()).isEqualTo(MailStatus.SENT);
		assertThat(among).isEqualTo(alone);
	}

	private OutgoingMail store(EmailAddress to, String subject) {
		Instant now = this.clock.instant();
		var mail = new OutgoingMail(to, new MailContent(subject, "Text with ŵ and ŷ\n", "<p>HTML with ŵ and ŷ</p>"),
				null, now);
		this.mails.save(mail);
		return mail;
	}

	private OutgoingMail stored(OutgoingMail mail) {
		return this.mails.findById(mail.id()).orElseThrow();
	}

	private MailDelivery delivery() {
		return delivery(new MailSettings(null, LEASE), site("hello@week.example"));
	}

	private MailDelivery delivery(MailSettings settings, Site site) {
		return delivery(settings, site, this.sender);
	}

	private MailDelivery delivery(JavaMailSender server) {
		return delivery(new MailSettings(null, LEASE), site("hello@week.example"), server);
	}

	private MailDelivery delivery(MailSettings settings, Site site, JavaMailSender server) {
		var provider = new StaticListableBeanFactory(Map.of("sender", server)).getBeanProvider(JavaMailSender.class);
		return new MailDelivery(this.mails, new SmtpCarrier(provider, settings, site, this.clock), settings,
				transaction(), this.clock);
	}

	private static void pass(Socket from, Socket to) {
		try {
			from.getInputStream().transferTo(to.getOutputStream());
		}
		catch (IOException ex) {
			// One side has closed the connection.
		}
	}

	private TransactionTemplate transaction() {
		return new TransactionTemplate(this.transactionManager);
	}

	private static Site site(@Nullable String contact) {
		return new Site(new SiteSettings("The Week", URI.create("https://week.example.org"), contact,
				new SiteFacts.Organisation(null, null, null, null, null), null));
	}

	private void startAgain() {
		this.server = new GreenMail(new ServerSetup(this.sender.getPort(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
		this.server.start();
	}

	private MimeMessage onlyReceived() {
		assertThat(this.server.getReceivedMessages()).hasSize(1);
		return this.server.getReceivedMessages()[0];
	}

	private static String header(MimeMessage mail, String name) {
		try {
			assertThat(mail.getHeader(name)).as(name).hasSize(1);
			return mail.getHeader(name)[0];
		}
		catch (MessagingException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
