package org.awarenessweek.pledge;

/**
 * The stages of a pledge. A withdrawn one stays withdrawn: signing again makes a new
 * pledge.
 */
public enum PledgeStatus {

	/** Confirmed from its mailbox: it counts. */
	CONFIRMED,

	/** Taken back by its owner; nothing that names them is kept. */
	WITHDRAWN;

	/** Whether a pledge may go from here to there. */
	boolean mayBecome(PledgeStatus next) {
		return switch (this) {
			case CONFIRMED -> next == WITHDRAWN;
			case WITHDRAWN -> false;
		};
	}

}
