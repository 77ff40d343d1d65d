package org.awarenessweek.calendar;

import java.time.LocalDate;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * A number of events that no filter tells apart but by words.
 *
 * @param day their first day
 * @param lastDay their last day
 * @param format how people take part
 * @param country the nation or country
 * @param audience whom they are for
 * @param free whether they cost nothing
 * @param provisions what is provided
 * @param number how many they are
 */
record Tally(@Nullable LocalDate day, @Nullable LocalDate lastDay, Place.Format format, @Nullable String country,
		@Nullable Audience audience, boolean free, Set<Provision> provisions, long number) {

	boolean isOn(LocalDate other) {
		return this.day != null && this.lastDay != null && !other.isBefore(this.day) && !other.isAfter(this.lastDay);
	}

}
