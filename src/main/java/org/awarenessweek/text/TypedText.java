package org.awarenessweek.text;

import java.beans.PropertyEditorSupport;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * Cleans up typed text: line ends become one character, invisible characters are trimmed
 * at both ends, and text with nothing visible is {@code null}. Direction controls are
 * closed at the end of their line, so that they affect nothing else. Nothing is rejected
 * here: {@link FitCharacters} does that, so that no typing is lost.
 */
public class TypedText extends PropertyEditorSupport {

	private static final Pattern LINE_END = Pattern.compile("\\R");

	private static final Pattern BREAK = Pattern.compile("[\\n\\t]");

	/** Letters and symbols that Unicode counts as visible but that are empty. */
	private static final String EMPTY = "\u115f\u1160\u3164\uffa0\u2800\ufffc\ud834\udd59";

	private static final String JOINERS = "\u200c\u200d";

	/** Pop directional format (Unicode Standard Annex 9, 2.3). */
	private static final int POP_FORMAT = 0x202c;

	/** Pop directional isolate (Unicode Standard Annex 9, 2.5). */
	private static final int POP_ISOLATE = 0x2069;

	/** Reads text of any number of lines. */
	public static @Nullable String read(@Nullable String text) {
		if (text == null) {
			return null;
		}
		String typed = LINE_END.matcher(text).replaceAll("\n");
		if (typed.codePoints().noneMatch(TypedText::shows)) {
			return null;
		}
		return LINE_END.splitAsStream(trimmed(typed)).map(TypedText::closed).collect(Collectors.joining("\n"));
	}

	/** Reads text of one line: line ends and tabs become spaces. */
	public static @Nullable String line(@Nullable String text) {
		String typed = read(text);
		return (typed == null || !BREAK.matcher(typed).find()) ? typed
				: Arrays.stream(BREAK.split(typed))
					.map(String::strip)
					.filter((part) -> !part.isEmpty())
					.collect(Collectors.joining(" "));
	}

	/** Whether every character in it can be typed. */
	public static boolean isFit(@Nullable String text) {
		return text == null || text.codePoints().noneMatch(TypedText::unfit);
	}

	/** The text without untypeable characters, to show in its field. */
	public static @Nullable String fit(@Nullable String text) {
		return isFit(text) || text == null ? text
				: text.codePoints()
					.filter((character) -> !unfit(character))
					.collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
					.toString();
	}

	@Override
	public void setAsText(@Nullable String text) {
		setValue(read(text));
	}

	@Override
	public String getAsText() {
		return (getValue() instanceof String text) ? String.valueOf(fit(text)) : "";
	}

	private static String trimmed(String text) {
		int start = 0;
		while (isEmpty(text.codePointAt(start)) || modifies(text.codePointAt(start))) {
			start += Character.charCount(text.codePointAt(start));
		}
		int end = text.length();
		while (isEmpty(text.codePointBefore(end)) && !joins(text, end)) {
			end -= Character.charCount(text.codePointBefore(end));
		}
		return text.substring(start, end);
	}

	/** Keeps a joiner after a mark: it shapes the last letter of some Indian names. */
	private static boolean joins(String text, int end) {
		return JOINERS.indexOf(text.codePointBefore(end)) >= 0 && end > 1
				&& Character.getType(text.codePointBefore(end - 1)) == Character.NON_SPACING_MARK;
	}

	private static boolean shows(int character) {
		return switch (Character.getType(character)) {
			case Character.FORMAT, Character.PRIVATE_USE, Character.UNASSIGNED, Character.NON_SPACING_MARK,
					Character.ENCLOSING_MARK, Character.COMBINING_SPACING_MARK ->
				false;
			default -> !isEmpty(character);
		};
	}

	/** Whether it is a space or invisible, but not a direction control. */
	private static boolean isEmpty(int character) {
		return switch (Character.getType(character)) {
			case Character.SPACE_SEPARATOR -> true;
			case Character.CONTROL -> !unfit(character);
			case Character.FORMAT -> !directs(character) && !modifies(character);
			default -> EMPTY.indexOf(character) >= 0 || character == 0x034f;
		};
	}

	/** Whether it modifies the one before: a variation selector, or part of a flag. */
	private static boolean modifies(int character) {
		return (character >= 0xfe00 && character <= 0xfe0f) || (character >= 0xe0000 && character <= 0xe0fff);
	}

	private static boolean directs(int character) {
		return (character >= 0x202a && character <= 0x202e) || (character >= 0x2066 && character <= POP_ISOLATE);
	}

	private static String closed(String line) {
		if (line.chars().noneMatch(TypedText::directs)) {
			return line;
		}
		StringBuilder kept = new StringBuilder();
		Deque<Integer> open = new ArrayDeque<>();
		line.codePoints().forEach((character) -> {
			if (!directs(character)) {
				kept.appendCodePoint(character);
			}
			else if (character != POP_FORMAT && character != POP_ISOLATE) {
				kept.appendCodePoint(character);
				open.push((character < POP_ISOLATE && character > POP_FORMAT + 2) ? POP_ISOLATE : POP_FORMAT);
			}
			else if (character == POP_ISOLATE ? open.contains(POP_ISOLATE)
					: !open.isEmpty() && open.peek() == POP_FORMAT) {
				close(open, character, kept);
			}
		});
		open.forEach(kept::appendCodePoint);
		return kept.toString();
	}

	/** Closing an isolate closes everything open within it. */
	private static void close(Deque<Integer> open, int closer, StringBuilder kept) {
		int closed;
		do {
			closed = open.pop();
			kept.appendCodePoint(closed);
		}
		while (closed != closer);
	}

	/** Control characters, noncharacters, lone surrogates and U+FFFD. */
	private static boolean unfit(int character) {
		return (character >= 0xfffd && character <= 0xffff)
				|| (Character.isISOControl(character) && character != '\n' && character != '\t')
				|| Character.getType(character) == Character.SURROGATE;
	}

}
