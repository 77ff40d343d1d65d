package org.awarenessweek.calendar;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * How many events each choice on the calendar's page would find, beside what is chosen
 * already.
 */
class Counts {

	private final List<Kind> kinds;

	private final long total;

	private final long free;

	private final Map<LocalDate, Long> days = new TreeMap<>();

	private final Map<String, Long> countries = new TreeMap<>();

	private final Map<Word, Long> words = new HashMap<>();

	/**
	 * @param filter what is chosen
	 * @param kinds those of all events that have the words that are looked for
	 */
	Counts(CalendarFilter filter, List<Kind> kinds) {
		this.kinds = kinds;
		this.total = of(filter);
		this.free = of(filter.costing(true));
		if (filter.country() != null) {
			this.countries.put(filter.country(), 0L);
		}
		passing(filter.on(null)).forEach((kind) -> kind.days().forEach((day) -> add(this.days, day)));
		passing(filter.in(null)).filter((kind) -> kind.country() != null)
			.forEach((kind) -> add(this.countries, String.valueOf(kind.country())));
		passing(filter.takingPart(null)).forEach((kind) -> Stream.of(Place.Format.values())
			.filter(kind.format()::allows)
			.forEach((format) -> add(this.words, format)));
		passing(filter.forWhom(null)).forEach((kind) -> Stream.of(Audience.values())
			.filter((audience) -> kind.audience() != null && kind.audience().includes(audience))
			.forEach((audience) -> add(this.words, audience)));
		passing(filter).forEach((kind) -> kind.provisions().forEach((provision) -> add(this.words, provision)));
	}

	private Stream<Kind> passing(CalendarFilter filter) {
		return this.kinds.stream().filter(filter::letsThrough);
	}

	private static <K> void add(Map<K, Long> numbers, K choice) {
		numbers.merge(choice, 1L, Long::sum);
	}

	/** How many are found. */
	public long total() {
		return this.total;
	}

	/** How many another filter would find that looks for the same words. */
	public final long of(CalendarFilter other) {
		return passing(other).count();
	}

	/** How many are found of one kind. */
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
