package org.awarenessweek.mine;

import org.awarenessweek.text.Keyword;
import org.jspecify.annotations.Nullable;

/** What organisers can do with an event. */
enum OwnStep implements Keyword {

	/** Send it to the team. */
	CONFIRM(false),
	/** Say that it does not take place. */
	CANCEL(true),
	/** Say that it takes place at another time. */
	POSTPONE(true),
	/** Say that all places are taken. */
	FULL(false),
	/** Say that there are places again. */
	PLACES(false),
	/** Give the links to watch it. */
	LINKS(false),
	/** Leave it as the calendar shows it. */
	KEEP(false),
	/** Delete what visitors have never seen. */
	DELETE(true),
	/** Take the address out of it. */
	FORGET(true),
	/** Change what it says, in a form of its own. */
	CHANGE(false),
	/** Send another one like it, in a form of its own. */
	COPY(false);

	private final boolean asks;

	OwnStep(boolean asks) {
		this.asks = asks;
	}

	/** Whether a page asks once more before it is done. */
	boolean asks() {
		return this.asks;
	}

	/** The step that an address says was just done. */
	static @Nullable OwnStep done(@Nullable String word) {
		return Keyword.of(OwnStep.class, word).orElse(null);
	}

}
