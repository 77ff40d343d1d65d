package org.awarenessweek.text;

import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** Text for a spreadsheet cell, which is never taken for a formula. */
public final class TableCell {

	/**
	 * Where a spreadsheet would see a formula: at the start of a cell, or after a
	 * semicolon, which ends a cell where the comma is for decimals.
	 */
	private static final Pattern FORMULA = Pattern
		.compile("(?<=^|;)(?=\\s*[=+\\-@\\uFF1D\\uFF0B\\uFF0D\\uFF20]|[\\t\\r])");

	private TableCell() {
	}

	/** The text, with an apostrophe wherever a formula would begin. */
	public static String of(@Nullable String text) {
		if (text == null) {
			return "";
		}
		return (text.indexOf(';') >= 0 || FORMULA.matcher(text).lookingAt()) ? FORMULA.matcher(text).replaceAll("'")
				: text;
	}

}
