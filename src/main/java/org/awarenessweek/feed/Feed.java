package org.awarenessweek.feed;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;

import org.awarenessweek.calendar.Event;

/**
 * What all kinds of feeds have in common.
 *
 * @param name what it is called where people subscribe to several
 * @param page the address of the page that shows the same to people
 * @param address its own address
 * @param events what is in it, in the order of the calendar
 */
record Feed(String name, String page, String address, List<Event> events) {

	/**
	 * When the latest of its events was changed; the beginning of time if there is none.
	 */
	Instant changedAt() {
		return this.events.stream().map(Event::changedAt).max(Comparator.naturalOrder()).orElse(Instant.EPOCH);
	}

	/**
	 * The name of an event for programs, in every feed. It holds no host, as RFC 7986
	 * (section 5.3) asks, and never changes: neither with the event nor with the site's
	 * address.
	 */
	static String uid(Event event) {
		return event.id().toString();
	}

}
