package org.awarenessweek.site;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.regex.Pattern;

import org.awarenessweek.text.HomeZone;
import org.awarenessweek.text.TypedText;
import org.jspecify.annotations.Nullable;

/**
 * Dates and times as people in the UK read them: "Tuesday 8 June 2021", "9:30am to 11am",
 * "7 to 13 June 2021". In templates it is called {@code english}.
 */
public final class PlainEnglish {

	private static final DateTimeFormatter DAY = pattern("EEEE d MMMM uuuu");

	private static final DateTimeFormatter DAY_WITHOUT_YEAR = pattern("EEEE d MMMM");

	private static final DateTimeFormatter WEEKDAY = pattern("EEEE");

	private static final DateTimeFormatter DATE = pattern("d MMMM uuuu");

	private static final DateTimeFormatter DATE_WITHOUT_YEAR = pattern("d MMMM");

	private static final DateTimeFormatter TIME = pattern("h:mma");

	private static final DateTimeFormatter HOUR = pattern("ha");

	/** Right-to-left letters, and direction controls. */
	private static final Pattern TURNING = Pattern.compile(
			"[\\u200f\\u202a-\\u202e\\u2066-\\u2069]|[\\p{IsHebrew}\\p{IsArabic}\\p{IsSyriac}\\p{IsThaana}\\p{IsNko}]");

	/** {@code Tuesday 8 June 2021}. */
	public static String day(LocalDate day) {
		return DAY.format(day);
	}

	/** {@code Tuesday 8 June}. */
	public static String dayWithoutYear(LocalDate day) {
		return DAY_WITHOUT_YEAR.format(day);
	}

	/** {@code Tuesday}. */
	public static String weekday(LocalDate day) {
		return WEEKDAY.format(day);
	}

	/** {@code 8 June}. */
	public static String dayAndMonth(LocalDate day) {
		return DATE_WITHOUT_YEAR.format(day);
	}

	/**
	 * {@code Tuesday 8 June 2021}, or {@code Tuesday 8 June to Thursday 10 June 2021}.
	 */
	public static String days(LocalDate first, LocalDate last) {
		if (first.equals(last)) {
			return day(first);
		}
		return ((first.getYear() == last.getYear()) ? dayWithoutYear(first) : day(first)) + " to " + day(last);
	}

	/** {@code 8 June 2021}. */
	public static String date(LocalDate day) {
		return DATE.format(day);
	}

	/** What people call the week's own time zone: {@code UK time}. */
	public static String zone() {
		return HomeZone.words();
	}

	/** The date of a moment, in that zone. */
	public static String date(Instant moment) {
		return date(moment.atZone(HomeZone.get()).toLocalDate());
	}

	/** {@code 9:30am}, {@code 11am}, {@code midday} or {@code midnight}. */
	public static String time(LocalTime time) {
		if (time.equals(LocalTime.NOON)) {
			return "midday";
		}
		if (time.equals(LocalTime.MIDNIGHT)) {
			return "midnight";
		}
		return ((time.getMinute() == 0) ? HOUR : TIME).format(time).toLowerCase(Locale.UK);
	}

	/** {@code 9:30am to 11am}. */
	public static String times(LocalTime start, LocalTime end) {
		return time(start) + " to " + time(end);
	}

	/** {@code from 7 to 13 June 2021}, or {@code on 8 June 2021}. */
	public static String during(LocalDate first, LocalDate last) {
		return (first.equals(last) ? "on " : "from ") + range(first, last);
	}

	/** {@code 7 to 13 June 2021}, {@code 28 June to 4 July 2021}, or one date. */
	public static String range(LocalDate first, LocalDate last) {
		if (first.equals(last)) {
			return date(first);
		}
		if (first.getYear() != last.getYear()) {
			return date(first) + " to " + date(last);
		}
		String beginning = (first.getMonth() == last.getMonth()) ? String.valueOf(first.getDayOfMonth())
				: DATE_WITHOUT_YEAR.format(first);
		return beginning + " to " + date(last);
	}

	/** {@code 8 June 2021, 9:38am}, in the week's own zone. */
	public static String moment(Instant moment) {
		var local = moment.atZone(HomeZone.get());
		return date(local.toLocalDate()) + ", " + time(local.toLocalTime().truncatedTo(ChronoUnit.MINUTES));
	}

	/** What was typed, without characters that no page can show. */
	public static @Nullable String shown(@Nullable String typed) {
		return TypedText.fit(typed);
	}

	/**
	 * Isolates typed text that changes the writing direction, for places without markup:
	 * a title, an attribute (Unicode Standard Annex 9, 2.4).
	 */
	public static String isolated(String typed) {
		return TURNING.matcher(typed).find() ? "\u2068" + typed + "\u2069" : typed;
	}

	/** {@code 1 event}, {@code 2 events}, {@code no events}. */
	public static String count(long number, String one, String many) {
		return figure(number) + " " + ((number == 1) ? one : many);
	}

	private static String figure(long number) {
		if (number == 0) {
			return "no";
		}
		return (number < 1000) ? String.valueOf(number) : String.format(Locale.UK, "%,d", number);
	}

	private static DateTimeFormatter pattern(String pattern) {
		return DateTimeFormatter.ofPattern(pattern, Locale.UK);
	}

}
