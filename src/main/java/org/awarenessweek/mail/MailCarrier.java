package org.awarenessweek.mail;

/**
 * Delivers emails to the mail server or, with the profile {@code local}, to the mailbox
 * page.
 */
interface MailCarrier {

	/**
	 * Delivers one email.
	 * @param mail the email, with its body
	 * @throws org.springframework.mail.MailException if it could not be delivered
	 */
	void carry(OutgoingMail mail);

	/** Whether emails are read from our own database, so their bodies must be kept. */
	boolean showsBodies();

}
