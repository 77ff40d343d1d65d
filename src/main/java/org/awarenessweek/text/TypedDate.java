package org.awarenessweek.text;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * A date as people in the UK write it, the day before the month: {@code 10 June 2021},
 * {@code Thursday 10th June}, {@code June 10, 2021}, {@code 10/6/21}, {@code 10.6.2021};
 * or as machines do, {@code 2021-06-10}.
 *
 * @param day the date
 * @param weekday the day of the week typed with it, if any
 */
public record TypedDate(LocalDate day, @Nullable DayOfWeek weekday) {

	private static final String WEEKDAY = "(?:(?<weekday>mon|tue|wed|thu|fri|sat|sun)[a-z]*\\.?,? ?)?(?:the )?";

	private static final String DAY = "(?<day>\\d{1,2})(?:st|nd|rd|th)?";

	private static final String MONTH = "(?<name>[a-z]{3,9})\\.?";

	private static final String YEAR = "(?:[ ,./-]{1,2}'?(?<year>\\d{4}|\\d{2}))?\\.?";

	/** A day of the week after the date, in brackets or after a comma. */
	private static final Pattern WEEKDAY_BEHIND = Pattern
		.compile("^(?<date>.+?)(?:, ?| ?\\()(?<weekday>(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*)[.)]*$");

	private static final List<Pattern> WAYS = List.of(
			Pattern.compile(WEEKDAY + DAY + "[. /-]{0,2}(?:of )?" + MONTH + YEAR.replace("{1,2}", "{0,2}")),
			Pattern.compile(WEEKDAY + MONTH + "[ -]?(?:the )?" + DAY + YEAR),
			Pattern.compile(WEEKDAY + "(?<day>\\d{1,2})(?: ?[/.-] ?| )(?<month>\\d{1,2})"
					+ "(?:(?: ?[/.-] ?| )'?(?<year>\\d{4}|\\d{2}))?\\.?"),
			Pattern.compile(WEEKDAY + "(?<year>\\d{4})[/.-](?<month>\\d{1,2})[/.-](?<day>\\d{1,2})"));

	/**
	 * Reads a date.
	 * @param typed what was typed
	 * @param year the year to assume if none was typed
	 * @return the date, or {@code null} if invalid
	 */
	public static @Nullable TypedDate read(@Nullable String typed, int year) {
		String plain = WEEKDAY_BEHIND.matcher(Plain.of(typed)).replaceFirst("${weekday} ${date}");
		return WAYS.stream()
			.map((way) -> way.matcher(plain))
			.filter(Matcher::matches)
			.findFirst()
			.map((parts) -> of(parts, year))
			.orElse(null);
	}

	/**
	 * Reads a date that is probably still to come: without a year, it is the next such
	 * day.
	 */
	public static @Nullable TypedDate readNext(@Nullable String typed, LocalDate today) {
		TypedDate date = read(typed, today.getYear());
		TypedDate later = read(typed, today.getYear() + 1);
		return (date != null && later != null && date.day().isBefore(today)) ? later : date;
	}

	/** Whether the typed day of the week is not the date's. */
	public boolean contradictsItself() {
		return this.weekday != null && this.weekday != this.day.getDayOfWeek();
	}

	private static @Nullable TypedDate of(Matcher parts, int otherwise) {
		try {
			boolean named = parts.namedGroups().containsKey("name");
			int month = named ? month(parts.group("name")) : Integer.parseInt(parts.group("month"));
			String year = parts.group("year");
			int typed = (year == null) ? otherwise
					: (year.length() == 2) ? 2000 + Integer.parseInt(year) : Integer.parseInt(year);
			return new TypedDate(LocalDate.of(typed, month, Integer.parseInt(parts.group("day"))),
					weekday(parts.group("weekday")));
		}
		catch (DateTimeException ex) {
			return null;
		}
	}

	/** The number of the month, or 0 if there is none. */
	private static int month(String beginning) {
		return Arrays.stream(Month.values())
			.filter((month) -> month.name().startsWith(beginning.toUpperCase(Locale.ROOT)))
			.mapToInt(Month::getValue)
			.findFirst()
			.orElse(0);
	}

	private static @Nullable DayOfWeek weekday(@Nullable String beginning) {
		return Arrays.stream(DayOfWeek.values())
			.filter((each) -> beginning != null && each.name().startsWith(beginning.toUpperCase(Locale.ROOT)))
			.findFirst()
			.orElse(null);
	}

}
