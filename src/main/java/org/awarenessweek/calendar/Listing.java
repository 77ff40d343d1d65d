package org.awarenessweek.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import org.awarenessweek.event.content.Audience;
import org.awarenessweek.event.content.Place;
import org.awarenessweek.event.content.Provision;
import org.jspecify.annotations.Nullable;

/**
 * An event in the calendar's index: everything that a filter can choose by, except words.
 *
 * @param id the event
 * @param version how often it was changed
 * @param day its first day
 * @param lastDay its last day
 * @param startsAt when it starts; never, while its date is to be confirmed
 * @param endsAt when it ends; never, while its date is to be confirmed
 * @param planned whether it is neither cancelled nor postponed
 * @param format how people take part
 * @param country the nation or country
 * @param audience who it is for
 * @param free whether it costs nothing
 * @param provisions what is provided
 * @param organiser the last part of the address of its organiser's page
 * @param series what all events of its series share, if it takes place more than once
 */
record Listing(UUID id, int version, @Nullable LocalDate day, @Nullable LocalDate lastDay, Instant startsAt,
		Instant endsAt, boolean planned, Place.Format format, @Nullable String country, @Nullable Audience audience,
		boolean free, Set<Provision> provisions, String organiser, @Nullable UUID series) {

	/** Whether it takes place on a day. */
	boolean isOn(LocalDate other) {
		return this.day != null && this.lastDay != null && !other.isBefore(this.day) && !other.isAfter(this.lastDay);
	}

	/**
	 * Each choice that finds it, as in {@link CalendarFilter.Choice}; each kind has its
	 * own type.
	 */
	Stream<Object> choices() {
		return Stream
			.of(days(), Stream.of(Place.Format.values()).filter(this.format::allows),
					Stream.of(Audience.values())
						.filter((each) -> this.audience != null && this.audience.includes(each)),
					Stream.ofNullable(this.country), this.free ? Stream.of(true) : Stream.empty(),
					this.provisions.stream())
			.flatMap((choices) -> choices);
	}

	/** The days it is on. */
	Stream<LocalDate> days() {
		return (this.day != null && this.lastDay != null) ? this.day.datesUntil(this.lastDay.plusDays(1))
				: Stream.empty();
	}

}
