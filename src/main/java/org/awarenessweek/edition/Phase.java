package org.awarenessweek.edition;

/** Where a week stands, seen from a day. */
public enum Phase {

	/** It has yet to begin. */
	BEFORE,

	/** It is one of these days. */
	ON_NOW,

	/** It has taken place. */
	OVER

}
