package org.awarenessweek.calendar;

/** Whom an event is for. */
public enum Audience implements Word {

	/** People who work with babies and their families. */
	PROFESSIONALS,
	/** Those who bring a baby up. */
	PARENTS,
	/** Whoever wants to come: found by all of these. */
	EVERYONE,
	/** People who study how babies develop. */
	RESEARCHERS;

	/** Whether what is for these is for the others too. */
	public boolean includes(Audience other) {
		return this == other || this == EVERYONE;
	}

}
