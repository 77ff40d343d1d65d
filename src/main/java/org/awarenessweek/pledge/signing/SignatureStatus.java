package org.awarenessweek.pledge.signing;

/** What has become of a signature. */
public enum SignatureStatus {

	/** Stored; not yet checked whether its address is known. */
	NEW,

	/** An email asks to confirm it. */
	MAILED,

	/** Its address has a pledge already, and an email says so. */
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
