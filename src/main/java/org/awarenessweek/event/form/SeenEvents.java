package org.awarenessweek.event.form;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The events that somebody chose on a page that shows several. Each field
 * {@code event[0]}, {@code event[1]} and so on is an event's id and the version that the
 * page showed.
 */
public final class SeenEvents {

	private static final Pattern SEEN = Pattern.compile("([0-9a-f-]{36})\\.(\\d{1,9})");

	private SeenEvents() {
	}

	/** The chosen ids, each with its version. */
	public static Map<UUID, Integer> in(Map<String, String> fields) {
		Map<UUID, Integer> seen = new HashMap<>();
		fields.entrySet()
			.stream()
			.filter((field) -> field.getKey().startsWith("event["))
			.map((field) -> SEEN.matcher(field.getValue()))
			.filter(Matcher::matches)
			.forEach((one) -> seen.put(UUID.fromString(one.group(1)), Integer.valueOf(one.group(2))));
		return seen;
	}

}
