package org.awarenessweek.event.file;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.awarenessweek.text.Zones;
import org.jspecify.annotations.Nullable;

import org.springframework.web.util.HtmlUtils;

/**
 * A line of a calendar file, unfolded: a property with its parameters (RFC 5545, section
 * 3.1).
 *
 * @param name what it says
 * @param parameters how it says it
 * @param value the text, still with its escapes
 */
record CalendarLine(String name, String parameters, String value) {

	private static final Pattern ESCAPED = Pattern.compile("\\\\([\\\\;,nN])");

	private static final Pattern ZONE = Pattern.compile("(?i);TZID=\"?([^\";:]{1,99})");

	private static final Pattern PERSON = Pattern.compile("(?i);CN=\"?([^\";:]*)");

	private static final Pattern TAG = Pattern.compile("(?i)</?(?:br|p|b|i|u|a|ul|ol|li|span|div|html-blob)\\b[^<>]*>");

	private static final Pattern LINE_TAG = Pattern.compile("(?i)<br\\b[^<>]*>|</(?:p|li|div)>");

	/** What Windows calls zones, where no city has that name. */
	private static final Map<String, String> WINDOWS = Map.ofEntries(Map.entry("GMT", "Europe/London"),
			Map.entry("Romance", "Europe/Paris"), Map.entry("W. Europe", "Europe/Berlin"),
			Map.entry("Central Europe", "Europe/Budapest"), Map.entry("Central European", "Europe/Warsaw"),
			Map.entry("GTB", "Europe/Athens"), Map.entry("Eastern", "America/New_York"),
			Map.entry("Central", "America/Chicago"), Map.entry("Mountain", "America/Denver"),
			Map.entry("Pacific", "America/Los_Angeles"), Map.entry("AUS Eastern", "Australia/Sydney"),
			Map.entry("Cen. Australia", "Australia/Adelaide"), Map.entry("W. Australia", "Australia/Perth"),
			Map.entry("New Zealand", "Pacific/Auckland"), Map.entry("India", "Asia/Kolkata"),
			Map.entry("South Africa", "Africa/Johannesburg"));

	/** Reads a line. One without a colon says nothing. */
	static CalendarLine of(String typed) {
		boolean quoted = false;
		for (int at = 0; at < typed.length(); at++) {
			quoted ^= typed.charAt(at) == '"';
			if (typed.charAt(at) == ':' && !quoted) {
				String[] start = typed.substring(0, at).split(";", 2);
				return new CalendarLine(start[0].toUpperCase(Locale.ROOT), (start.length > 1) ? ";" + start[1] : "",
						typed.substring(at + 1));
			}
		}
		return new CalendarLine("", "", "");
	}

	/** The value where it is one word. */
	String word() {
		return this.value.strip().toUpperCase(Locale.ROOT);
	}

	/** The value as people read it, without the HTML that Google writes. */
	String text() {
		String text = ESCAPED.matcher(this.value)
			.replaceAll((sign) -> sign.group(1).equalsIgnoreCase("n") ? "\n" : Matcher.quoteReplacement(sign.group(1)));
		return TAG.matcher(text).find()
				? HtmlUtils.htmlUnescape(TAG.matcher(LINE_TAG.matcher(text).replaceAll("\n")).replaceAll("")).strip()
				: text.strip();
	}

	/** The zone of its time; empty if it names none. */
	String zone() {
		Matcher zone = ZONE.matcher(this.parameters);
		return zone.find() ? zone.group(1) : "";
	}

	/** The name of a person. */
	String person() {
		Matcher person = PERSON.matcher(this.parameters);
		return person.find() ? person.group(1) : "";
	}

	/** The zone that a program means, if there is one. */
	static @Nullable ZoneId zone(String named) {
		String plain = named.strip().replaceFirst("^/[^/]+/", "");
		String read = Zones.read(WINDOWS.getOrDefault(plain.replace(" Standard Time", ""), plain));
		try {
			return ZoneId.of(String.valueOf(read));
		}
		catch (DateTimeException ex) {
			return null;
		}
	}

}
