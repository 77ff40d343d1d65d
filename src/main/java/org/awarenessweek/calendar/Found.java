package org.awarenessweek.calendar;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What a filter finds in the calendar, and how many events each other choice would find
 * beside what is chosen already.
 */
class Found {

	private final CalendarFilter filter;

	private final List<Listing> listings;

	private final long total;

	private final long free;

	private final Map<LocalDate, Long> days = new TreeMap<>();

	private final Map<String, Long> countries = new TreeMap<>();

	private final Map<Word, Long> words = new HashMap<>();

	/**
	 * @param filter what is chosen
	 * @param listings all events that have the words that are looked for, in order
	 */
	Found(CalendarFilter filter, List<Listing> listings) {
		this.filter = filter;
		this.listings = listings;
		this.total = of(filter);
		this.free = of(filter.costing(true));
		if (filter.country() != null) {
			this.countries.put(filter.country(), 0L);
		}
		passing(filter.on(null)).forEach((listing) -> listing.days().forEach((day) -> add(this.days, day)));
		passing(filter.in(null)).filter((listing) -> listing.country() != null)
			.forEach((listing) -> add(this.countries, String.valueOf(listing.country())));
		passing(filter.takingPart(null)).forEach((listing) -> Stream.of(Place.Format.values())
			.filter(listing.format()::allows)
			.forEach((format) -> add(this.words, format)));
		passing(filter.forWhom(null)).forEach((listing) -> Stream.of(Audience.values())
			.filter((audience) -> listing.audience() != null && listing.audience().includes(audience))
			.forEach((audience) -> add(this.words, audience)));
		passing(filter).forEach((listing) -> listing.provisions().forEach((provision) -> add(this.words, provision)));
	}

	private Stream<Listing> passing(CalendarFilter filter) {
		return this.listings.stream().filter(filter::letsThrough);
	}

	private static <K> void add(Map<K, Long> numbers, K choice) {
		numbers.merge(choice, 1L, Long::sum);
	}

	/** Those on the page that is wanted, in order. */
	List<UUID> page() {
		return passing(this.filter).skip((long) (this.filter.pageNumber() - 1) * CalendarFilter.PAGE_SIZE)
			.limit(CalendarFilter.PAGE_SIZE)
			.map(Listing::id)
			.toList();
	}

	/** How many are found. */
	public long total() {
		return this.total;
	}

	/** How many another filter would find that looks for the same words. */
	public final long of(CalendarFilter other) {
		return passing(other).count();
	}

	/** How many are found of one listing. */
	public long of(Word choice) {
		return this.words.getOrDefault(choice, 0L);
	}

	/** How many that are found cost nothing. */
	public long free() {
		return this.free;
	}

	/** How many on each day that has any. */
	public Map<LocalDate, Long> days() {
		return this.days;
	}

	/** How many in each nation or country that has any. */
	public Map<String, Long> countries() {
		return this.countries;
	}

}
