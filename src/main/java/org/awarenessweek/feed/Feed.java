package org.awarenessweek.feed;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;

import org.awarenessweek.event.Event;

/**
 * The content of a feed in any format.
 *
 * @param name its name in a list of subscriptions
 * @param page the address of the web page with the same events
 * @param address its own address
 * @param events its events, in the order of the calendar
 */
record Feed(String name, String page, String address, List<Event> events) {

	/** When one of its events last changed, or the epoch if there are none. */
	Instant changedAt() {
		return this.events.stream()
			.map((event) -> event.history().changedAt())
			.max(Comparator.naturalOrder())
			.orElse(Instant.EPOCH);
	}

	/**
	 * The identifier of an event in every feed. It contains no host, as RFC 7986 (section
	 * 5.3) asks, and never changes, neither with the event nor with the site's address.
	 */
	static String uid(Event event) {
		return event.id().toString();
	}

}
