package org.awarenessweek.mail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import org.awarenessweek.Background;

import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A real SMTP server for all tests of this JVM, and a reader of the emails that it
 * received. Emails arrive a moment after the commit, so the reader waits for them.
 */
public final class TestMailServer {

	private static final Pattern LINK = Pattern.compile("https?://\\S+");

	private static final GreenMail SERVER = start();

	private TestMailServer() {
	}

	private static GreenMail start() {
		GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
		server.start();
		return server;
	}

	public static int port() {
		return SERVER.getSmtp().getPort();
	}

	/** Forgets every email so far, including those in transit. */
	public static void forgetMails() {
		Background.settle();
		try {
			SERVER.purgeEmailFromAllMailboxes();
		}
		catch (com.icegreen.greenmail.store.FolderException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** All emails to an address, once those in transit have arrived. */
	public static List<MimeMessage> mailsTo(String address) {
		Background.settle();
		return receivedBy(address);
	}

	private static List<MimeMessage> receivedBy(String address) {
		return Arrays.stream(SERVER.getReceivedMessages()).filter((mail) -> recipient(mail).equals(address)).toList();
	}

	/** The first email to each address, once those in transit have arrived. */
	public static Map<String, MimeMessage> mailsByAddress() {
		Background.settle();
		return Arrays.stream(SERVER.getReceivedMessages())
			.collect(Collectors.toMap(TestMailServer::recipient, (mail) -> mail, (first, again) -> first));
	}

	/** How often each email arrived, by its {@code Message-ID}. */
	public static Map<String, Long> arrivals() {
		return Arrays.stream(SERVER.getReceivedMessages())
			.collect(Collectors.groupingBy(TestMailServer::idOf, Collectors.counting()));
	}

	/** Waits for a number of emails to an address, and checks that there are no more. */
	public static List<MimeMessage> mailsTo(String address, int number) {
		await().atMost(Background.PATIENCE)
			.pollDelay(Duration.ZERO)
			.pollInterval(Duration.ofMillis(10))
			.until(() -> receivedBy(address).size() >= number);
		assertThat(mailsTo(address)).as("mails to " + address).hasSize(number);
		return mailsTo(address);
	}

	/** Waits for the only email to an address. */
	public static MimeMessage onlyMailTo(String address) {
		return mailsTo(address, 1).getFirst();
	}

	/** The first link in an email's text, which in our emails is the one thing to do. */
	public static String linkIn(MimeMessage mail) {
		Matcher link = LINK.matcher(textOf(mail));
		assertThat(link.find()).as("a link in " + textOf(mail)).isTrue();
		return link.group();
	}

	/** The path and query of that link, for use with the test server's own port. */
	public static String pathIn(MimeMessage mail) {
		return linkIn(mail).replaceFirst("https?://[^/]+", "");
	}

	public static String textOf(MimeMessage mail) {
		return part(mail, 0);
	}

	/** Without the styles of single elements, at which {@code EmailLooksTests} looks. */
	public static String htmlOf(MimeMessage mail) {
		return part(mail, 1).replaceAll(" style=\"[^\"]*\"", "");
	}

	public static String subjectOf(MimeMessage mail) {
		try {
			return mail.getSubject();
		}
		catch (MessagingException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static String part(MimeMessage mail, int number) {
		try {
			BodyPart part = ((MimeMultipart) mail.getContent()).getBodyPart(number);
			Object content = (part.getContent() instanceof MimeMultipart related) ? related.getBodyPart(0).getContent()
					: part.getContent();
			return ((String) content).replace("\r\n", "\n");
		}
		catch (MessagingException ex) {
			throw new IllegalStateException(ex);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String idOf(MimeMessage mail) {
		try {
			return mail.getMessageID();
		}
		catch (MessagingException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static String recipient(MimeMessage mail) {
		try {
			assertThat(mail.getAllRecipients()).as("a mail reaches one person").hasSize(1);
			return mail.getAllRecipients()[0].toString();
		}
		catch (MessagingException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** Makes the application send its emails here. */
	public static class InTheSettings implements ApplicationContextInitializer<ConfigurableApplicationContext> {

		@Override
		public void initialize(ConfigurableApplicationContext context) {
			TestPropertyValues.of("spring.mail.host=127.0.0.1", "spring.mail.port=" + port()).applyTo(context);
		}

	}

}
