package org.awarenessweek.mail;

/**
 * Where a mail is on its way: waiting, then sent or given up; one that was given up can
 * be sent again.
 */
public enum MailStatus {

	/** To be delivered now or at its next try. */
	WAITING,

	/** Taken over by the mail server. */
	SENT,

	/** Not deliverable for a whole day. */
	GIVEN_UP

}
