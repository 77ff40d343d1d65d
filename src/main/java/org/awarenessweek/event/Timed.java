package org.awarenessweek.event;

/** Something with a time, which lists show under its day. */
public interface Timed {

	/** When it takes place. */
	EventTime time();

}
