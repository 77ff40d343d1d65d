package org.awarenessweek.calendar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

import org.awarenessweek.calendar.CalendarFilter.Facet;

/**
 * What a filter finds in the calendar, and how many events each other choice would find
 * beside what is chosen already.
 */
class Found {

	private static final List<Place.Format> FORMATS = List.of(Place.Format.values());

	private static final List<Audience> AUDIENCES = List.of(Audience.values());

	private final CalendarFilter filter;

	private final List<Listing> listings;

	private final Map<Object, Long> numbers = new HashMap<>();

	private final List<UUID> ids = new ArrayList<>();

	/**
	 * @param filter what is chosen
	 * @param listings all events that have the words that are looked for, in order
	 */
	Found(CalendarFilter filter, List<Listing> listings) {
		this.filter = filter;
		this.listings = listings;
		for (Listing event : listings) {
			Set<Facet> missed = filter.missed(event);
			if (missed.isEmpty()) {
				this.ids.add(event.id());
				event.provisions().forEach(this::add);
			}
			if (isOnly(Facet.DAY, missed)) {
				event.days().forEach(this::add);
			}
			if (isOnly(Facet.FORMAT, missed)) {
				FORMATS.stream().filter(event.format()::allows).forEach(this::add);
			}
			if (isOnly(Facet.COUNTRY, missed) && event.country() != null) {
				add(event.country());
			}
			if (isOnly(Facet.WHO, missed) && event.audience() != null) {
				AUDIENCES.stream().filter(event.audience()::includes).forEach(this::add);
			}
			if (isOnly(Facet.FREE, missed) && event.free()) {
				add(Facet.FREE);
			}
		}
	}

	/** Whether nothing else stands in the way. */
	private static boolean isOnly(Facet facet, Set<Facet> missed) {
		return missed.isEmpty() || (missed.size() == 1 && missed.contains(facet));
	}

	private void add(Object choice) {
		this.numbers.merge(choice, 1L, Long::sum);
	}

	/** Those on the page that is wanted, in order. */
	List<UUID> page() {
		return this.ids.stream()
			.skip((long) (this.filter.pageNumber() - 1) * CalendarFilter.PAGE_SIZE)
			.limit(CalendarFilter.PAGE_SIZE)
			.toList();
	}

	/** How many are found. */
	public long total() {
		return this.ids.size();
	}

	/** How many another filter would find that looks for the same words. */
	public long of(CalendarFilter other) {
		return this.listings.stream().filter((event) -> other.missed(event).isEmpty()).count();
	}

	/** How many are found of one kind. */
	public long of(Word choice) {
		return this.numbers.getOrDefault(choice, 0L);
	}

	/** How many cost nothing. */
	public long free() {
		return this.numbers.getOrDefault(Facet.FREE, 0L);
	}

	/** How many on each day that has any. */
	public Map<LocalDate, Long> days() {
		return all(LocalDate.class);
	}

	/** How many in each nation or country that has any, and in the one that is chosen. */
	public Map<String, Long> countries() {
		Map<String, Long> countries = all(String.class);
		if (this.filter.country() != null) {
			countries.putIfAbsent(this.filter.country(), 0L);
		}
		return countries;
	}

	private <K> Map<K, Long> all(Class<K> choices) {
		Map<K, Long> all = new TreeMap<>();
		this.numbers.forEach((choice, number) -> {
			if (choices.isInstance(choice)) {
				all.put(choices.cast(choice), number);
			}
		});
		return all;
	}

}
