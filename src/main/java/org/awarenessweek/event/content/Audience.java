package org.awarenessweek.event.content;

import org.awarenessweek.text.Keyword;

/** Who an event is for. */
public enum Audience implements Keyword {

	/** People who work with babies and their families. */
	PROFESSIONALS,
	/** People who bring up a baby. */
	PARENTS,
	/** Everyone who wants to come: every choice finds it. */
	EVERYONE,
	/** People who study how babies develop. */
	RESEARCHERS;

	/** Whether an event for this audience is also for another. */
	public boolean includes(Audience other) {
		return this == other || this == EVERYONE;
	}

}
