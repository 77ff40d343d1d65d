package org.awarenessweek.pledge;

/** What has become of what was typed into the form. */
enum SignatureStatus {

	/** Stored; nobody has looked yet whether its address is known. */
	NEW,

	/** A mail is under way that asks to confirm it. */
	MAILED,

	/** Its address has a pledge already, and a mail says so. */
	KNOWN,

	/** Confirmed from its mailbox: there is a pledge with its id. */
	CONFIRMED;

	/** Whether a signature may go from here to there. */
	boolean mayBecome(SignatureStatus next) {
		return switch (this) {
			case NEW -> next == MAILED || next == KNOWN || next == CONFIRMED;
			case MAILED -> next == KNOWN || next == CONFIRMED;
			case KNOWN, CONFIRMED -> false;
		};
	}

}
