package org.awarenessweek.edition;

/** Where a week stands on a given day. */
public enum Phase {

	/** It is more than twelve weeks away, or has no theme yet. */
	SAVE_THE_DATE,

	/** It has yet to begin. */
	BEFORE,

	/** The day is one of the week's. */
	ON_NOW,

	/** It has taken place. */
	OVER

}
