package org.awarenessweek.edition;

/** Where a week stands on a given day. */
public enum Phase {

	/** It has yet to begin. */
	BEFORE,

	/** The day is one of the week's. */
	ON_NOW,

	/** It has taken place. */
	OVER

}
