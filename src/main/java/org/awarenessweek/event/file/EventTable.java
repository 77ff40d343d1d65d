package org.awarenessweek.event.file;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.awarenessweek.event.content.EventContent;
import org.awarenessweek.mail.Token;

import org.springframework.validation.BindingResult;
import org.springframework.validation.FieldError;

/**
 * The rows of a file, read.
 *
 * @param rows in the order of the file
 */
record EventTable(List<EventRow> rows) {

	private static final Pattern CELL = Pattern.compile("row\\[(\\d{1,3})]\\.(\\w+)");

	/**
	 * What each row says in a form that was sent.
	 * @param fields all of the form, by field name
	 */
	static List<Found.Entry> typed(Map<String, String> fields) {
		Map<Integer, Map<String, String>> rows = new TreeMap<>();
		fields.forEach((name, value) -> {
			Matcher cell = CELL.matcher(name);
			if (cell.matches()) {
				rows.computeIfAbsent(Integer.valueOf(cell.group(1)), (at) -> new HashMap<>()).put(cell.group(2), value);
			}
		});
		return rows.entrySet()
			.stream()
			.map((row) -> new Found.Entry(row.getValue(), fields.containsKey("repeats[" + row.getKey() + "]"),
					fields.containsKey("out[" + row.getKey() + "]")))
			.toList();
	}

	/** The rows that are not left out. */
	List<EventRow> kept() {
		return this.rows.stream().filter((row) -> !row.isOut()).toList();
	}

	/** Whether there is an event, and nothing wrong with any. */
	boolean isRight() {
		return !kept().isEmpty() && kept().stream().allMatch(EventRow::isRight);
	}

	/** The events, once nothing is wrong with them. */
	List<EventContent> events() {
		return kept().stream().map(EventRow::event).toList();
	}

	/** A hash of all that it says, to know whether somebody has seen it so. */
	String seen() {
		return Token.hash(this.rows.stream().map(EventRow::content).collect(Collectors.joining()));
	}

	/** Rejects what is wrong with what is said once for all rows. */
	void check(BindingResult all) {
		kept().stream()
			.flatMap(EventRow::problemsOfAll)
			.filter((error) -> !all.hasFieldErrors(error.getField()))
			.forEach((error) -> all
				.addError(new FieldError(all.getObjectName(), error.getField(), error.getRejectedValue(), false,
						error.getCodes(), error.getArguments(), error.getDefaultMessage())));
	}

}
