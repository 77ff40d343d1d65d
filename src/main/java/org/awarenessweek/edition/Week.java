package org.awarenessweek.edition;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;
import java.util.List;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/**
 * The days from the first to the last, both included: at least one, at most 31.
 *
 * @param first the first day
 * @param last the last day
 */
@Embeddable
public record Week(@Column(name = "first_day") LocalDate first, @Column(name = "last_day") LocalDate last) {

	static final int LONGEST = 31;

	/**
	 * @throws IllegalArgumentException if the last day is before the first, or more than
	 * 30 days after it
	 */
	public Week {
		if (!possible(first, last)) {
			throw new IllegalArgumentException("a week from " + first + " to " + last);
		}
	}

	/**
	 * The default week for a draft, as in most years: seven days from the second Monday
	 * of June.
	 */
	static Week ofJune(int year) {
		LocalDate monday = LocalDate.of(year, Month.JUNE, 1)
			.with(TemporalAdjusters.dayOfWeekInMonth(2, DayOfWeek.MONDAY));
		return new Week(monday, monday.plusDays(6));
	}

	/** Whether there can be a week from one day to another. */
	static boolean possible(LocalDate first, LocalDate last) {
		return !last.isBefore(first) && last.isBefore(first.plusDays(LONGEST));
	}

	/** Whether a day is one of the week's. */
	public boolean contains(LocalDate day) {
		return !day.isBefore(this.first) && !day.isAfter(this.last);
	}

	/** The week's days in order. */
	public List<LocalDate> days() {
		return this.first.datesUntil(this.last.plusDays(1)).toList();
	}

	/** The week's phase on a day, whatever is known of it. */
	public Phase phase(LocalDate today) {
		if (today.isBefore(this.first)) {
			return Phase.BEFORE;
		}
		return today.isAfter(this.last) ? Phase.OVER : Phase.ON_NOW;
	}

}
