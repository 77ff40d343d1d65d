package org.awarenessweek.mail;

/**
 * Takes a mail where it is to be read: to the mail server, or with the profile
 * {@code local} to the mailbox.
 */
interface MailCarrier {

	/**
	 * Carries one mail.
	 * @param mail the mail, with its body
	 * @throws org.springframework.mail.MailException if it did not arrive
	 */
	void carry(OutgoingMail mail);

	/** Whether mails are read from our own database, so that their bodies stay. */
	boolean showsBodies();

}
