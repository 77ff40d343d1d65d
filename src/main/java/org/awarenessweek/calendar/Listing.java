package org.awarenessweek.calendar;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * All of an event that a filter can choose it by, but for its words: what the calendar's
 * index holds.
 *
 * @param id the event
 * @param day its first day
 * @param lastDay its last day
 * @param format how people take part
 * @param country the nation or country
 * @param audience whom it is for
 * @param free whether it costs nothing
 * @param provisions what is provided
 */
record Listing(UUID id, @Nullable LocalDate day, @Nullable LocalDate lastDay, Place.Format format,
		@Nullable String country, @Nullable Audience audience, boolean free, Set<Provision> provisions) {

	boolean isOn(LocalDate other) {
		return this.day != null && this.lastDay != null && !other.isBefore(this.day) && !other.isAfter(this.lastDay);
	}

	Stream<LocalDate> days() {
		return (this.day != null && this.lastDay != null) ? this.day.datesUntil(this.lastDay.plusDays(1))
				: Stream.empty();
	}

}
