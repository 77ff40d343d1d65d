package org.awarenessweek.feed;

import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Text as it may stand in a feed, whatever the database holds: U+2028 and U+2029 are line
 * ends like any other, and control characters and halves of characters, which no format
 * allows, are left out.
 */
final class FeedText {

	private static final Pattern LINE_END = Pattern.compile("\\R");

	private static final Pattern UNFIT = Pattern.compile("[\\p{Cc}\\p{Cs}\\uFFFE\\uFFFF&&[^\\n\\t]]");

	/**
	 * Where a spreadsheet would begin to calculate: at the start of a cell, or behind a
	 * semicolon, which ends a cell where a comma is for decimals.
	 */
	private static final Pattern FORMULA = Pattern.compile("(?<=^|;)(?=\\s*[=+\\-@\\uFF1D\\uFF0B\\uFF0D\\uFF20])");

	private FeedText() {
	}

	/** Text of several lines. */
	static String lines(@Nullable String text) {
		return (text != null) ? UNFIT.matcher(LINE_END.matcher(text).replaceAll("\n")).replaceAll("") : "";
	}

	/** Text on one line. */
	static String line(@Nullable String text) {
		return lines(text).replaceAll("\\s+", " ").strip();
	}

	/** A cell of a table, on one line, that no spreadsheet takes for a formula. */
	static String cell(@Nullable String text) {
		return FORMULA.matcher(line(text)).replaceAll("'");
	}

}
