package org.awarenessweek.mail;

/**
 * The state of an email: waiting, then sent or given up. An email that was given up can
 * be sent again.
 */
public enum MailStatus {

	/** To be delivered now or at its next try. */
	WAITING,

	/** Accepted by the mail server. */
	SENT,

	/** Refused for a whole day, or the mail server was away for five. */
	GIVEN_UP

}
