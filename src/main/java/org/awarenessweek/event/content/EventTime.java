package org.awarenessweek.event.content;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Objects;
import java.util.stream.Stream;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.awarenessweek.site.PlainEnglish;
import org.awarenessweek.text.HomeZone;
import org.awarenessweek.text.Zones;
import org.jspecify.annotations.Nullable;

/**
 * When an event takes place, in local time: on a day between two times, all day, over
 * several days, or at a date to be confirmed. An event with times ends after it starts:
 * on the same day, at the midnight that ends it, or in the following night, at most
 * twelve hours later. It belongs to the day on which it starts. Local clocks show both
 * times.
 *
 * @param day the first local day; {@code null} while it is to be confirmed
 * @param lastDay the last one, usually the same
 * @param start when it starts on its day; {@code null} if it lasts all day
 * @param end when it ends: on the next day, unless it is later than the start
 * @param zone the zone of these times
 */
@Embeddable
public record EventTime(@Nullable @Column(name = "event_day") LocalDate day, @Nullable LocalDate lastDay,
		@Nullable @Column(name = "start_time") LocalTime start, @Nullable @Column(name = "end_time") LocalTime end,
		@Column(name = "time_zone") ZoneId zone) {

	private static final Duration SOON = Duration.ofMinutes(30);

	/** For an event that ends on the next day, but not at midnight. */
	private static final Duration LONGEST_NIGHT = Duration.ofHours(12);

	public EventTime {
		if ((day == null) != (lastDay == null) || (start == null) != (end == null)) {
			throw new IllegalArgumentException("Two days belong together, and two times");
		}
		if (day != null && lastDay != null && lastDay.isBefore(day)) {
			throw new IllegalArgumentException("The last day is not before the first");
		}
		if (start != null && end != null) {
			if (day == null || !day.equals(lastDay)) {
				throw new IllegalArgumentException("Only what is on one day has times");
			}
			if (!follows(end, start)) {
				throw new IllegalArgumentException("An event ends after it starts");
			}
			if (!exists(day, start, zone) || !exists(dayOfEnd(day, start, end), end, zone)) {
				throw new IllegalArgumentException("The clocks leave out this time");
			}
		}
	}

	/**
	 * The same days at the hours of another time, if these hours were those of a third
	 * and the clocks show the new ones.
	 * @param before the third
	 * @param now the other
	 */
	public EventTime withHours(EventTime before, EventTime now) {
		boolean same = this.start != null && this.start.equals(before.start) && Objects.equals(this.end, before.end)
				&& this.zone.equals(before.zone);
		if (this.day == null || !same || now.start == null || now.end == null || !exists(this.day, now.start, now.zone)
				|| !exists(dayOfEnd(this.day, now.start, now.end), now.end, now.zone)) {
			return this;
		}
		return on(this.day, now.start, now.end, now.zone);
	}

	/** On one day, between two times. */
	public static EventTime on(LocalDate day, LocalTime start, LocalTime end, ZoneId zone) {
		return new EventTime(day, day, start, end, zone);
	}

	/** From the first day to the last, all day. */
	public static EventTime allDay(LocalDate first, LocalDate last, ZoneId zone) {
		return new EventTime(first, last, null, null, zone);
	}

	/** A date to be confirmed. */
	public static EventTime toBeConfirmed(ZoneId zone) {
		return new EventTime(null, null, null, null, zone);
	}

	/** Whether a zone's clocks show this time on this day, and do not skip it. */
	public static boolean exists(LocalDate day, LocalTime time, ZoneId zone) {
		return !zone.getRules().getValidOffsets(day.atTime(time)).isEmpty();
	}

	/** Whether an event that starts at one time can end at another. */
	public static boolean follows(LocalTime end, LocalTime start) {
		return end.isAfter(start) || end.equals(LocalTime.MIDNIGHT)
				|| Duration.between(start, end).plusDays(1).compareTo(LONGEST_NIGHT) <= 0;
	}

	/** The date on which an event ends. */
	public static LocalDate dayOfEnd(LocalDate day, LocalTime start, LocalTime end) {
		return end.isAfter(start) ? day : day.plusDays(1);
	}

	/** Whether the day is known. */
	public boolean isKnown() {
		return this.day != null;
	}

	/** Whether it lasts one or several whole days, and has no times. */
	public boolean isAllDay() {
		return this.day != null && this.start == null;
	}

	/** Whether it takes place on a day. */
	public boolean isOn(LocalDate other) {
		return this.day != null && this.lastDay != null && !other.isBefore(this.day) && !other.isAfter(this.lastDay);
	}

	/** The moment it starts; the earlier one if the clocks show it twice. */
	public @Nullable Instant startsAt() {
		return (this.day != null) ? moment(this.day, this.start) : null;
	}

	/** The moment it ends. */
	public @Nullable Instant endsAt() {
		if (this.day == null || this.lastDay == null) {
			return null;
		}
		return (this.end != null) ? moment(dayOfEnd(), this.end) : moment(this.lastDay.plusDays(1), null);
	}

	/** How far the event has come by a moment, if all goes as planned. */
	public Phase phase(Instant now) {
		Instant start = startsAt();
		Instant end = endsAt();
		if (start == null || end == null || now.isBefore(start.minus(SOON))) {
			return Phase.COMING;
		}
		if (now.isBefore(start)) {
			return isAllDay() ? Phase.COMING : Phase.SOON;
		}
		return now.isBefore(end) ? Phase.ON_NOW : Phase.OVER;
	}

	/** The moments at which its phase changes. */
	public Stream<Instant> turns() {
		Instant start = startsAt();
		Instant end = endsAt();
		return (start != null && end != null) ? Stream.of(start.minus(SOON), start, end) : Stream.empty();
	}

	/** The date on which it ends, where it has times. */
	public LocalDate dayOfEnd() {
		return dayOfEnd(Objects.requireNonNull(this.day), Objects.requireNonNull(this.start),
				Objects.requireNonNull(this.end));
	}

	/**
	 * Whether the week's own clocks show the same, so that no other zone need be named.
	 */
	public boolean isHomeTime() {
		return isHomeTime(startsAt()) && isHomeTime(endsAt());
	}

	/** {@code Tuesday 8 June 2021, 9:30am to 11am (UK time)}. */
	public String words() {
		return isKnown() ? days() + ", " + hoursInZone() : days();
	}

	/** {@code 9:30am to 11am (UK time)}, where the day is known. */
	public String hoursInZone() {
		return hours() + (!isHomeTime() ? " (" + zoneName() + ")" : isAllDay() ? "" : " (" + HomeZone.words() + ")");
	}

	/** {@code Tuesday 8 June 2021}, or the first and the last of several days. */
	public String days() {
		return (this.day != null && this.lastDay != null) ? PlainEnglish.days(this.day, this.lastDay)
				: "Date to be confirmed";
	}

	/** {@code Tuesday 8 June 2021, 9:30am}, or {@code date to be confirmed}. */
	public String beginning() {
		if (!isKnown()) {
			return "date to be confirmed";
		}
		return days() + ((this.start != null) ? ", " + PlainEnglish.time(this.start) : "");
	}

	/**
	 * {@code 9:30am to 11am}, {@code 10pm to 1am on Wednesday 9 June}, or
	 * {@code all day}.
	 */
	public String hours() {
		return (this.start != null && this.end != null) ? PlainEnglish.time(this.start) + " to " + hourOfEnd()
				: "all day";
	}

	/** {@code 11am}, or {@code 1am on Wednesday 9 June} in the night that follows. */
	public String hourOfEnd() {
		LocalTime until = Objects.requireNonNull(this.end);
		boolean inItsDay = until.equals(LocalTime.MIDNIGHT) || dayOfEnd().equals(this.day);
		return PlainEnglish.time(until) + (inItsDay ? "" : " on " + PlainEnglish.dayWithoutYear(dayOfEnd()));
	}

	/**
	 * The days on the week's own clocks, unless they are just its own day:
	 * {@code on Monday 7 June}, or {@code from Monday 7 June to Tuesday 8 June}.
	 */
	public @Nullable String homeDays() {
		ZonedDateTime starts = homeStart();
		ZonedDateTime ends = homeEnd();
		if (starts == null || ends == null) {
			return null;
		}
		LocalDate first = starts.toLocalDate();
		LocalDate last = ends.minusNanos(1).toLocalDate();
		if (!first.equals(last)) {
			return "from " + PlainEnglish.dayWithoutYear(first) + " to " + PlainEnglish.dayWithoutYear(last);
		}
		return first.equals(this.day) ? null : "on " + PlainEnglish.dayWithoutYear(first);
	}

	/** The start on the week's own clocks. */
	public @Nullable ZonedDateTime homeStart() {
		return atHome(startsAt());
	}

	/** The end on them. */
	public @Nullable ZonedDateTime homeEnd() {
		return atHome(endsAt());
	}

	/** What people call the zone: {@code Adelaide time}. */
	public String zoneName() {
		return Zones.name(this.zone);
	}

	/** A day without a time begins when its clocks first show it. */
	private Instant moment(LocalDate date, @Nullable LocalTime time) {
		return ((time != null) ? date.atTime(time).atZone(this.zone) : date.atStartOfDay(this.zone)).toInstant();
	}

	private boolean isHomeTime(@Nullable Instant moment) {
		return moment == null
				|| this.zone.getRules().getOffset(moment).equals(HomeZone.get().getRules().getOffset(moment));
	}

	private static @Nullable ZonedDateTime atHome(@Nullable Instant moment) {
		return (moment != null) ? moment.atZone(HomeZone.get()) : null;
	}

	/** How far an event has come. */
	public enum Phase {

		/** Still to come, or its date is to be confirmed. */
		COMING,
		/** It starts within half an hour. One that lasts all day never does. */
		SOON,
		/** It has started, and has not ended. */
		ON_NOW,
		/** It has ended. */
		OVER

	}

}
