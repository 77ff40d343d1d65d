package org.awarenessweek.feed;

import java.util.regex.Pattern;

import org.awarenessweek.text.TableCell;
import org.jspecify.annotations.Nullable;

/**
 * Makes text fit for a feed, whatever the database holds: U+2028 and U+2029 count as line
 * ends, and characters that no format allows, such as control characters and lone
 * surrogates, are removed.
 */
final class FeedText {

	private static final Pattern LINE_END = Pattern.compile("\\R");

	private static final Pattern SPACE = Pattern.compile("\\s{2,}|[\\n\\t]");

	private static final Pattern UNFIT = Pattern.compile("[\\p{Cc}\\p{Cs}\\uFFFE\\uFFFF&&[^\\n\\t]]");

	private FeedText() {
	}

	/** Text of several lines. */
	static String lines(@Nullable String text) {
		if (text == null) {
			return "";
		}
		return text.chars().anyMatch(FeedText::isUnusual)
				? UNFIT.matcher(LINE_END.matcher(text).replaceAll("\n")).replaceAll("") : text;
	}

	/** Text on one line. */
	static String line(@Nullable String text) {
		return SPACE.matcher(lines(text)).replaceAll(" ").strip();
	}

	/** A cell of a table, on one line, that no spreadsheet takes for a formula. */
	static String cell(@Nullable String text) {
		return TableCell.of(line(text));
	}

	/**
	 * Whether a character may have to be replaced. Few texts have one, and processing
	 * every text would take a third of the time of a long feed.
	 */
	private static boolean isUnusual(int character) {
		return (character < ' ' && character != '\n') || (character >= 0x7F && character <= 0x9F) || character == 0x2028
				|| character == 0x2029 || character >= Character.MIN_SURROGATE;
	}

}
