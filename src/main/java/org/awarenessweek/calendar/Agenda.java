package org.awarenessweek.calendar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

import org.awarenessweek.edition.Week;
import org.awarenessweek.event.content.EventTime;
import org.jspecify.annotations.Nullable;

/**
 * Events as a calendar's page groups them: before the week, on its days, after it, and
 * with a date to be confirmed.
 *
 * @param <E> what an event is shown as
 * @param before events that are over before the week begins
 * @param days the week's days, or the one asked for, each with the events that begin on
 * it
 * @param after events that begin after the week
 * @param open events that have no date yet
 */
public record Agenda<E>(List<E> before, Map<LocalDate, List<E>> days, List<E> after, List<E> open) {

	/**
	 * Groups events by the days on which they begin; those that began before the week go
	 * to the first day.
	 * @param times when each of them takes place
	 * @param asked the only day to show, if any
	 */
	public static <E> Agenda<E> of(List<E> events, Function<E, EventTime> times, Week week, @Nullable LocalDate asked) {
		return of(events, times, week, asked, false);
	}

	/** The same with each event on each of its days, and with empty days. */
	static <E> Agenda<E> ofColumns(List<E> events, Function<E, EventTime> times, Week week, @Nullable LocalDate asked) {
		return of(events, times, week, asked, true);
	}

	private static <E> Agenda<E> of(List<E> events, Function<E, EventTime> times, Week week, @Nullable LocalDate asked,
			boolean columns) {
		Agenda<E> agenda = new Agenda<>(new ArrayList<>(), new TreeMap<>(), new ArrayList<>(), new ArrayList<>());
		List<LocalDate> shown = (asked != null) ? List.of(asked) : week.days();
		if (columns) {
			shown.forEach((day) -> agenda.days.put(day, new ArrayList<>()));
		}
		for (E event : events) {
			EventTime time = times.apply(event);
			LocalDate first = time.day();
			Stream<LocalDate> on = shown.stream().filter(time::isOn).limit(columns ? shown.size() : 1);
			List<LocalDate> days = on.toList();
			if (first == null) {
				agenda.open.add(event);
			}
			else if (days.isEmpty()) {
				(first.isBefore(week.first()) ? agenda.before : agenda.after).add(event);
			}
			days.forEach((day) -> Objects.requireNonNull(agenda.days.computeIfAbsent(day, (none) -> new ArrayList<>()))
				.add(event));
		}
		return agenda;
	}

}
