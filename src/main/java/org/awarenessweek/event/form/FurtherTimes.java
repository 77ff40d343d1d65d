package org.awarenessweek.event.form;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.awarenessweek.edition.Edition;
import org.awarenessweek.event.Events;
import org.awarenessweek.event.content.EventTime;
import org.awarenessweek.site.PlainEnglish;
import org.awarenessweek.text.TypedDate;
import org.awarenessweek.text.TypedTime;
import org.jspecify.annotations.Nullable;

import org.springframework.validation.Errors;

/**
 * The days and times when an event takes place again, one on each line:
 * {@code Wednesday 9 June, 10am to 11am}, or {@code 10 June} for the same times as the
 * first. One that lasts all day, or several days, lasts as long each time.
 */
final class FurtherTimes {

	private static final String FIELD = "further";

	/** Where the day may end and the times begin. */
	private static final Pattern GAP = Pattern.compile("[,:;]?\\s+");

	private static final Pattern TIMES = Pattern
		.compile("(?iu)(?:from |at |between )?(.+?)\\s*(?:\\b(?:to|until|till|and)\\b|[-\u2010-\u2015\u2212])\\s*(.+)");

	private final EventTime first;

	private final Edition edition;

	private final Errors errors;

	private final List<EventTime> times = new ArrayList<>();

	private FurtherTimes(EventTime first, Edition edition, Errors errors) {
		this.first = first;
		this.edition = edition;
		this.errors = errors;
	}

	/**
	 * Reads all lines, and rejects those that it cannot read, each by its number.
	 * @param typed one on each line; empty lines count, but say nothing
	 * @param first when it takes place for the first time
	 * @param errors receives what is wrong
	 */
	static List<EventTime> read(String typed, EventTime first, Edition edition, Errors errors) {
		FurtherTimes further = new FurtherTimes(first, edition, errors);
		List<String> lines = typed.lines().map(String::strip).toList();
		if (lines.stream().filter((line) -> !line.isEmpty()).count() >= Events.LONGEST_SERIES) {
			errors.rejectValue(FIELD, "event.further.many", new Object[] { Events.LONGEST_SERIES - 1 }, null);
			return List.of();
		}
		Map<Object, Integer> seen = new HashMap<>(Map.of(Objects.requireNonNull(first.startsAt()), 0));
		for (int i = 0; i < lines.size(); i++) {
			EventTime time = lines.get(i).isEmpty() ? null : further.read(lines.get(i), i + 1);
			Integer before = (time != null) ? seen.putIfAbsent(Objects.requireNonNull(time.startsAt()), i + 1) : null;
			if (time != null && before != null) {
				further.reject(i + 1, (before == 0) ? "first" : "twice", time.beginning(), before);
			}
			else if (time != null) {
				further.times.add(time);
			}
		}
		return further.times;
	}

	private @Nullable EventTime read(String line, int number) {
		TypedDate date = TypedDate.read(line, this.edition.year());
		if (date != null) {
			return at(date, null, number);
		}
		String hours = "";
		for (Matcher gap = GAP.matcher(line); gap.find();) {
			TypedDate before = TypedDate.read(line.substring(0, gap.start()), this.edition.year());
			String rest = line.substring(gap.end());
			if (before != null && (date == null || TIMES.matcher(rest).matches())) {
				date = before;
				hours = rest;
			}
		}
		if (date == null) {
			reject(number, "unread", line);
			return null;
		}
		return at(date, hours, number);
	}

	/** Without hours of its own, it has those of the first. */
	private @Nullable EventTime at(TypedDate date, @Nullable String hours, int number) {
		LocalDate day = date.day();
		Matcher own = TIMES.matcher(String.valueOf(hours));
		boolean isRead = own.matches();
		LocalTime start = isRead ? TypedTime.read(own.group(1)) : (hours == null) ? this.first.start() : null;
		LocalTime end = isRead ? TypedTime.read(own.group(2)) : this.first.end();
		if (date.contradictsItself()) {
			reject(number, "weekday", PlainEnglish.date(day), PlainEnglish.weekday(day));
		}
		else if (!this.edition.accepts(day) || !this.edition.accepts(day.plusDays(length()))) {
			reject(number, "far", PlainEnglish.range(this.edition.earliestDay(), this.edition.latestDay()));
		}
		else if (this.first.isAllDay() && hours == null) {
			return EventTime.allDay(day, day.plusDays(length()), this.first.zone());
		}
		else if (this.first.isAllDay()) {
			reject(number, "all-day");
		}
		else if (isRead && (TypedTime.isAmbiguous(own.group(1)) || TypedTime.isAmbiguous(own.group(2)))) {
			reject(number, "half-of-day", hours);
		}
		else if (start == null || end == null) {
			reject(number, "times", hours);
		}
		else if (!EventTime.follows(end, start)) {
			reject(number, "early", PlainEnglish.time(start));
		}
		else if (!EventTime.exists(day, start, this.first.zone())
				|| !EventTime.exists(EventTime.dayOfEnd(day, start, end), end, this.first.zone())) {
			reject(number, "clocks");
		}
		else {
			return EventTime.on(day, start, end, this.first.zone());
		}
		return null;
	}

	/** How many days there are from the first to the last. */
	private long length() {
		return ChronoUnit.DAYS.between(Objects.requireNonNull(this.first.day()),
				Objects.requireNonNull(this.first.lastDay()));
	}

	private void reject(int number, String code, @Nullable Object... about) {
		this.errors.rejectValue(FIELD, "event.further." + code,
				Stream.concat(Stream.of(number), Arrays.stream(about)).toArray(), null);
	}

}
