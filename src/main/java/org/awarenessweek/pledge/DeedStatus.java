package org.awarenessweek.pledge;

/** Where a sentence about a deed is between its writer and everybody else. */
public enum DeedStatus {

	/** The team has not read it yet. */
	WAITING,

	/** Everybody may read it. */
	SHOWN,

	/** The team does not show it, for a reason that its writer can read. */
	DECLINED;

	/** Whether a deed may go from here to there; what is said anew is a new deed. */
	boolean mayBecome(DeedStatus next) {
		return switch (this) {
			case WAITING -> next != WAITING;
			case SHOWN -> next == DECLINED;
			case DECLINED -> next == SHOWN;
		};
	}

}
