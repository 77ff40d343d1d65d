package org.awarenessweek.text;

import java.time.LocalTime;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Times as people in the UK write them: {@code 9:30am}, {@code 9.30 a.m.}, {@code 9 30},
 * {@code 0930}, {@code 14:00}, {@code 14h30}, {@code 9pm}, {@code 2 o'clock in the
 * afternoon}, {@code 12 noon}, {@code midnight}.
 */
public final class TypedTime {

	/** Hours, minutes and half of the day, without any space. */
	private static final Pattern TIME = Pattern
		.compile("(?:at)?(\\d{1,2})(?:[:.,;\u00b7h]?(\\d{2}))?(?::00)?(?:hrs?|h|hours|o'?clock)?"
				+ "(a\\.?m|p\\.?m|noon|midday|midnight|inthemorning|intheafternoon|intheevening|atnight)?");

	private static final Map<String, LocalTime> NAMED = Map.of("noon", LocalTime.NOON, "midday", LocalTime.NOON,
			"midnight", LocalTime.MIDNIGHT);

	private TypedTime() {
	}

	/**
	 * Reads a time.
	 * @return the time, or {@code null} if it is invalid or could be morning or evening
	 */
	public static @Nullable LocalTime read(@Nullable String typed) {
		String time = plain(typed);
		Matcher parts = TIME.matcher(time);
		if (NAMED.containsKey(time) || !parts.matches() || lacksHalfOfDay(parts)) {
			return NAMED.get(time);
		}
		int hour = Integer.parseInt(parts.group(1));
		int minute = (parts.group(2) != null) ? Integer.parseInt(parts.group(2)) : 0;
		String half = parts.group(3);
		if (half != null && NAMED.containsKey(half)) {
			return (hour == 12 && minute == 0) ? NAMED.get(half) : null;
		}
		if (half != null && hour <= 12) {
			hour = hour % 12 + (isMorning(half, hour) ? 0 : 12);
		}
		else if (half != null && (isMorning(half, hour) || parts.group(2) == null)) {
			return null;
		}
		boolean dayIsOver = hour == 24 && minute == 0;
		return (hour < 24 && minute < 60) ? LocalTime.of(hour, minute) : dayIsOver ? LocalTime.MIDNIGHT : null;
	}

	/** Whether it is an hour that could be morning or evening. */
	public static boolean isAmbiguous(@Nullable String typed) {
		Matcher parts = TIME.matcher(plain(typed));
		return parts.matches() && lacksHalfOfDay(parts);
	}

	private static boolean lacksHalfOfDay(Matcher parts) {
		return parts.group(3) == null && parts.group(2) == null && Integer.parseInt(parts.group(1)) <= 12
				&& !parts.group().contains("h");
	}

	/** Nights begin in one half of the day, and end in the other. */
	private static boolean isMorning(String half, int hour) {
		return half.equals("atnight") ? hour % 12 < 6 : half.startsWith("a") || half.equals("inthemorning");
	}

	private static String plain(@Nullable String typed) {
		return Plain.of(typed).replaceAll(" |\\.$", "");
	}

}
