package org.awarenessweek.pledge.deed;

/** The stages of a deed between its writer and everybody else. */
public enum DeedStatus {

	/** The team has not read it yet. */
	WAITING,

	/** Everybody may read it. */
	SHOWN,

	/** The team does not show it, for a reason that its writer can read. */
	DECLINED;

	/** Whether a deed may change to this status; a new text is a new deed. */
	boolean mayBecome(DeedStatus next) {
		return switch (this) {
			case WAITING -> next != WAITING;
			case SHOWN -> next == DECLINED;
			case DECLINED -> next == SHOWN;
		};
	}

}
