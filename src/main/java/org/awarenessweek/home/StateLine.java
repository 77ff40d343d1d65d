package org.awarenessweek.home;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

import org.awarenessweek.edition.Week;
import org.awarenessweek.site.PlainEnglish;

/** Says where the week stands, on any day of the year. */
final class StateLine {

	private StateLine() {
	}

	/**
	 * {@code Starts in 12 days}, {@code Starts tomorrow}, {@code On now: day 2 of 7} or
	 * {@code Took place 7 to 13 June 2021}.
	 */
	static String of(Week week, LocalDate today) {
		return switch (week.phase(today)) {
			case SAVE_THE_DATE, BEFORE -> {
				long days = ChronoUnit.DAYS.between(today, week.first());
				yield (days == 1) ? "Starts tomorrow" : "Starts in " + days + " days";
			}
			case ON_NOW -> "On now: day " + (week.days().indexOf(today) + 1) + " of " + week.days().size();
			case OVER -> "Took place " + PlainEnglish.range(week.first(), week.last());
		};
	}

}
