package org.awarenessweek.calendar;

import java.time.Instant;

import org.awarenessweek.event.content.EventTime;
import org.jspecify.annotations.Nullable;

/**
 * An event as lists show it: finished HTML from {@code fragments/event.html}, valid
 * between two moments.
 *
 * @param time when the event takes place
 * @param path the path of its page
 * @param card for a list under a heading with the day
 * @param dated for a list without such a heading
 * @param brief for a narrow column
 * @param watch where to watch it, live or recorded, if it can be
 * @param from the first moment at which it is valid
 * @param until the first at which it no longer is
 */
public record EventCard(EventTime time, String path, String card, String dated, String brief, @Nullable String watch,
		Instant from, Instant until) {

	boolean holds(Instant now) {
		return !now.isBefore(this.from) && now.isBefore(this.until);
	}

	/** The same with something below it in lists. */
	EventCard with(String below) {
		return new EventCard(this.time, this.path, this.card + below, this.dated + below, this.brief, this.watch,
				this.from, this.until);
	}

	/** How many characters it has. */
	int length() {
		return this.card.length() + this.dated.length() + this.brief.length();
	}

}
