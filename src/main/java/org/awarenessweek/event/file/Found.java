package org.awarenessweek.event.file;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.awarenessweek.site.PlainEnglish;

/**
 * What a file says.
 *
 * @param entries its events
 * @param notes sentences about what was left out
 */
record Found(List<Entry> entries, List<String> notes) {

	/** How many events one file may have. */
	static final int MOST = 200;

	private static final int MOST_NAMED = 10;

	private static final int LONGEST_NAME = 60;

	Found {
		if (entries.isEmpty()) {
			throw new FileRefused("none");
		}
		if (entries.size() > MOST) {
			throw new FileRefused("many", MOST);
		}
	}

	/** What the first event that has an answer says, or nothing. */
	String first(String field) {
		return this.entries.stream()
			.flatMap((entry) -> Stream.ofNullable(entry.answers().get(field)))
			.findFirst()
			.orElse("");
	}

	/** Whether events say different things of one kind. */
	boolean differsIn(String field) {
		return this.entries.stream()
			.flatMap((entry) -> Stream.ofNullable(entry.answers().get(field)))
			.distinct()
			.count() > 1;
	}

	/** How many there are of something, and the names of the first few. */
	static String named(List<String> names, String one, String many) {
		return PlainEnglish.count(names.size(), one, many) + ": "
				+ names.stream()
					.limit(MOST_NAMED)
					.map((name) -> name.substring(0, Math.min(name.length(), LONGEST_NAME)))
					.collect(Collectors.joining(", "))
				+ ((names.size() > MOST_NAMED) ? " and others." : ".");
	}

	/**
	 * One event.
	 *
	 * @param answers what it says, by the name of the field in the form for an event
	 * @param repeats whether it takes place on other days too, which are not read
	 * @param out whether the organiser leaves it out
	 */
	record Entry(Map<String, String> answers, boolean repeats, boolean out) {

		Entry(Map<String, String> answers, boolean repeats) {
			this(answers, repeats, false);
		}

	}

}
