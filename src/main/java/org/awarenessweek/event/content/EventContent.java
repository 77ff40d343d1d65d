package org.awarenessweek.event.content;

/**
 * All that people say of an event.
 *
 * @param details what it is about, and who it is for
 * @param time when it takes place
 * @param place where, and how to take part
 * @param organiser who runs it
 */
public record EventContent(EventDetails details, EventTime time, Place place, Organiser organiser) {

	/** What it is called. */
	public String title() {
		return this.details.title();
	}

}
