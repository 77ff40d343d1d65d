package org.awarenessweek.calendar;

/** What takes place at a time, and is shown under its day. */
public interface Scheduled {

	/** When it takes place. */
	EventTime time();

}
