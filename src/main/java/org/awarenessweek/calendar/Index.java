package org.awarenessweek.calendar;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Events in calendar order, and for each choice a bit set of the events it finds, so that
 * any combination is found and counted in microseconds among many thousands.
 */
final class Index {

	private static final BitSet NONE = new BitSet();

	private final List<Listing> listings;

	private final Map<Object, BitSet> found = new HashMap<>();

	private final boolean series;

	Index(List<Listing> listings) {
		this.listings = listings;
		this.series = listings.stream().anyMatch((listing) -> listing.series() != null);
		for (int i = 0; i < listings.size(); i++) {
			int place = i;
			listings.get(i)
				.choices()
				.forEach((choice) -> this.found.computeIfAbsent(choice, (first) -> new BitSet()).set(place));
		}
	}

	/** Whether one of them takes place more than once. */
	boolean hasSeries() {
		return this.series;
	}

	/** The event at a place. */
	Listing at(int place) {
		return this.listings.get(place);
	}

	/** Every choice that finds something. */
	Set<Object> choices() {
		return this.found.keySet();
	}

	/** The places that all of these choices find; without any, every place. */
	BitSet places(Stream<Object> choices) {
		BitSet places = new BitSet();
		places.set(0, this.listings.size());
		choices.forEach((choice) -> places.and(this.found.getOrDefault(choice, NONE)));
		return places;
	}

	/** How many of some places a choice finds. */
	long count(BitSet places, Object choice) {
		BitSet both = (BitSet) places.clone();
		both.and(this.found.getOrDefault(choice, NONE));
		return both.cardinality();
	}

}
