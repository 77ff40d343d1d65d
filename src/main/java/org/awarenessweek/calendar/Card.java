package org.awarenessweek.calendar;

import java.time.Instant;

/**
 * An event as lists show it, in finished HTML of {@code fragments/event.html}, from one
 * moment to another.
 *
 * @param time when the event takes place
 * @param path the path of its page
 * @param card for a list under a heading that says the day
 * @param dated where no heading does
 * @param brief for a narrow column
 * @param from the first moment at which it is shown so
 * @param until the first at which it no longer is
 */
public record Card(EventTime time, String path, String card, String dated, String brief, Instant from,
		Instant until) implements Scheduled {

	boolean holds(Instant now) {
		return !now.isBefore(this.from) && now.isBefore(this.until);
	}

	/** How many characters it has. */
	int length() {
		return this.card.length() + this.dated.length() + this.brief.length();
	}

}
