package org.awarenessweek.text;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Normalises typed text for matching: lower case, the digits, colons and spaces of a
 * plain keyboard, and no invisible characters.
 */
final class Plain {

	private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}\\u2800\\u3164\\uffa0]");

	private static final Pattern SPACES = Pattern.compile("\\s+");

	private Plain() {
	}

	static String of(@Nullable String typed) {
		if (typed == null) {
			return "";
		}
		String visible = INVISIBLE.matcher(Normalizer.normalize(typed, Normalizer.Form.NFKC)).replaceAll("");
		StringBuilder plain = new StringBuilder();
		visible.codePoints().map(Plain::plain).forEach(plain::appendCodePoint);
		return SPACES.matcher(plain).replaceAll(" ").strip().toLowerCase(Locale.ROOT);
	}

	private static int plain(int character) {
		if (Character.isDigit(character)) {
			return '0' + Character.digit(character, 10);
		}
		return switch (Character.getType(character)) {
			case Character.DASH_PUNCTUATION -> '-';
			case Character.SPACE_SEPARATOR -> ' ';
			default -> (character == '\u2236') ? ':'
					: (character == '\u2212') ? '-' : (character == '\u2019') ? '\'' : character;
		};
	}

}
