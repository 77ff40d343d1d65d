package org.awarenessweek.mail;

import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;

import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import org.awarenessweek.picture.Mark;
import org.awarenessweek.site.Site;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.context.annotation.Profile;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailPreparationException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;

/**
 * Sends emails through the mail server. Each has a text and an HTML part with the week's
 * mark, is marked as automatic (RFC 3834), and keeps its {@code Message-ID} however often
 * it is sent. People answer the replies: the week's, or the visitor who wrote through the
 * site.
 */
@Component
@Profile("!local")
class SmtpCarrier implements MailCarrier {

	private static final String UTF_8 = StandardCharsets.UTF_8.name();

	private static final int LEAVING = 421;

	private static final int TOO_LARGE = 552;

	private final JavaMailSender server;

	private final MailSettings settings;

	private final Site site;

	private final Clock clock;

	SmtpCarrier(ObjectProvider<JavaMailSender> server, MailSettings settings, Site site, Clock clock) {
		this.server = server.stream()
			.filter(SmtpCarrier::isNamed)
			.findFirst()
			.orElseThrow(() -> new InvalidConfigurationPropertyValueException("spring.mail.host", null,
					"Name the SMTP server that takes the site's emails, for example --spring.mail.host=smtp.example.org."));
		this.settings = settings;
		this.site = site;
		this.clock = clock;
	}

	/** The mail library takes an empty host for this machine. */
	private static boolean isNamed(JavaMailSender server) {
		return !(server instanceof JavaMailSenderImpl named && named.getHost() != null && named.getHost().isBlank());
	}

	@Override
	public void carry(OutgoingMail mail) {
		try {
			this.server.send(message(mail));
		}
		catch (MailAuthenticationException ex) {
			throw new MailServerAway(ex);
		}
		catch (MailSendException ex) {
			Exception[] causes = ex.getMessageExceptions();
			throw (causes.length > 0 && !refusesOne(causes[0])) ? new MailServerAway(causes[0]) : ex;
		}
		catch (MessagingException | UnsupportedEncodingException ex) {
			throw new MailPreparationException(ex);
		}
	}

	/**
	 * Whether the server refuses one email: its recipient or what it says. When it cannot
	 * be reached, or refuses the site itself (its password, its sender), it would refuse
	 * all others too. So it would after 421, with which it leaves (RFC 5321, section
	 * 3.8).
	 */
	private static boolean refusesOne(Exception failure) {
		for (Exception cause = failure; cause instanceof MessagingException; cause = ((MessagingException) cause)
			.getNextException()) {
			if (cause instanceof SMTPAddressFailedException recipient) {
				return isRefusal(recipient.getReturnCode());
			}
			if (cause instanceof SMTPSendFailedException step) {
				return isRefusal(step.getReturnCode())
						&& (step.getReturnCode() == TOO_LARGE || !step.getCommand().startsWith("MAIL"));
			}
		}
		return false;
	}

	/** The code is below 0 if the connection ended before the answer. */
	private static boolean isRefusal(int code) {
		return code >= 400 && code != LEAVING;
	}

	private MimeMessage message(OutgoingMail mail) throws MessagingException, UnsupportedEncodingException {
		MimeMessage message = this.server.createMimeMessage();
		message.setFrom(new InternetAddress(this.settings.from(this.site), this.site.name(), UTF_8));
		message.setRecipient(Message.RecipientType.TO, new InternetAddress(mail.recipient().value()));
		String answers = (mail.replyTo() != null) ? mail.replyTo().value() : this.site.contact();
		if (answers != null) {
			message.setReplyTo(InternetAddress.parse(answers));
		}
		message.setSubject(mail.subject(), UTF_8);
		message.setSentDate(Date.from(this.clock.instant()));
		message.setHeader("Auto-Submitted", "auto-generated");
		message.setHeader("Message-ID", "<" + mail.id() + "@" + this.site.host() + ">");
		if (mail.unsubscribeLink() != null) {
			message.setHeader("List-Unsubscribe", "<" + mail.unsubscribeLink() + ">");
			message.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
		}
		message.setContent(new MimeMultipart("alternative", part(mail.textBody(), "plain"), html(mail.htmlBody())));
		return message;
	}

	/** With the week's mark, if it shows it, so that nothing has to be loaded. */
	private MimeBodyPart html(String content) throws MessagingException {
		MimeBodyPart html = part(content, "html");
		String id = MailWriter.mark(this.site);
		if (!content.contains("cid:" + id)) {
			return html;
		}
		MimeBodyPart mark = new MimeBodyPart();
		mark.setDataHandler(new DataHandler(new ByteArrayDataSource(Mark.png(this.site.colours()), "image/png")));
		mark.setContentID("<" + id + ">");
		mark.setDisposition(Part.INLINE);
		MimeBodyPart both = new MimeBodyPart();
		both.setContent(new MimeMultipart("related", html, mark));
		return both;
	}

	private static MimeBodyPart part(String content, String subtype) throws MessagingException {
		MimeBodyPart part = new MimeBodyPart();
		part.setText(content, UTF_8, subtype);
		return part;
	}

	@Override
	public boolean showsBodies() {
		return false;
	}

}
