package org.awarenessweek.toolkit;

/** Who something in the toolkit is for, in the order of the page. */
public enum Audience {

	/** Nobody in particular. */
	EVERYONE,
	/** Parents and carers. */
	PARENTS,
	/** People who work with families. */
	PROFESSIONALS,
	/** Those who put on an event. */
	ORGANISERS,
	/** Journalists and editors. */
	PRESS

}
