package org.awarenessweek.mail;

import org.springframework.mail.MailException;

/**
 * Delivers emails to the mail server or, with the profile {@code local}, to the mailbox
 * page.
 */
interface MailCarrier {

	/**
	 * Delivers one email.
	 * @param mail the email, with its body
	 * @throws MailServerAway if the server takes no emails at all at the moment
	 * @throws MailException if it could not be delivered
	 */
	void carry(OutgoingMail mail);

	/** Whether emails are read from our own database, so their bodies must be kept. */
	boolean showsBodies();

	/** The fault is not the email's: the next one would fare no better. */
	final class MailServerAway extends MailException {

		private static final long serialVersionUID = 1L;

		MailServerAway(Throwable cause) {
			super("The mail server takes no emails", cause);
		}

	}

}
