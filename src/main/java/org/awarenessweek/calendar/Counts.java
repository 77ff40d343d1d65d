package org.awarenessweek.calendar;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * How many events each choice on the calendar's page would find, beside what is chosen
 * already.
 *
 * @param filter what is chosen
 * @param tallies all events that have the words that are looked for
 */
record Counts(CalendarFilter filter, List<Tally> tallies) {

	/** How many are found. */
	public long total() {
		return number(this.filter);
	}

	/** How many another filter would find that looks for the same words. */
	public long of(CalendarFilter other) {
		return number(other);
	}

	/** On each day that has any. */
	public Map<LocalDate, Long> days() {
		CalendarFilter anyDay = this.filter.on(null);
		Map<LocalDate, Long> numbers = new TreeMap<>();
		for (Tally tally : this.tallies) {
			if (tally.day() != null && tally.lastDay() != null && anyDay.letsThrough(tally)) {
				tally.day()
					.datesUntil(tally.lastDay().plusDays(1))
					.forEach((day) -> numbers.merge(day, tally.number(), Long::sum));
			}
		}
		return numbers;
	}

	public long of(Place.Format format) {
		return number(this.filter.takingPart(format));
	}

	/** In each nation or country that has any at all. */
	public Map<String, Long> countries() {
		Map<String, Long> numbers = new TreeMap<>();
		Stream.concat(this.tallies.stream().map(Tally::country), Stream.of(this.filter.country()))
			.filter(Objects::nonNull)
			.distinct()
			.forEach((country) -> numbers.put(String.valueOf(country), number(this.filter.in(country))));
		return numbers;
	}

	public long of(Audience audience) {
		return number(this.filter.forWhom(audience));
	}

	public long free() {
		return number(this.filter.costing(true));
	}

	public long of(Provision provision) {
		return number(this.filter.with(provision));
	}

	private long number(CalendarFilter wanted) {
		return this.tallies.stream().filter(wanted::letsThrough).mapToLong(Tally::number).sum();
	}

}
