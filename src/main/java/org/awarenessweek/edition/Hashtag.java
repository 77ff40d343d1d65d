package org.awarenessweek.edition;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A hashtag for posts about the week.
 *
 * @param value the word with its sign, as in {@code #IncludingInfants}: letters, digits
 * and underscores, not digits alone
 */
public record Hashtag(String value) {

	private static final Pattern SHAPE = Pattern.compile("#(?=\\w*\\p{L})[\\p{L}\\p{M}\\p{N}_]{1,50}",
			Pattern.UNICODE_CHARACTER_CLASS);

	/**
	 * @throws IllegalArgumentException if it is not a hashtag
	 */
	public Hashtag {
		if (!SHAPE.matcher(value).matches()) {
			throw new IllegalArgumentException("not a hashtag: " + value);
		}
	}

	/**
	 * Reads hashtags separated by spaces.
	 * @throws IllegalArgumentException if one is not a hashtag
	 */
	public static List<Hashtag> list(String words) {
		return Arrays.stream(words.strip().split("\\s+")).filter((word) -> !word.isEmpty()).map(Hashtag::new).toList();
	}

	/** Whether every word of a text is a hashtag. */
	static boolean areAll(String words) {
		return Arrays.stream(words.strip().split("\\s+"))
			.allMatch((word) -> word.isEmpty() || SHAPE.matcher(word).matches());
	}

	/**
	 * Proposes the next year's hashtags: {@code #IMHAW21} becomes {@code #IMHAW22}.
	 * Hashtags without the year stay as they are.
	 */
	static String inYearAfter(int year, String words) {
		String digits = "(?<!\\d)(20)?%02d(?!\\d)".formatted(year % 100);
		return words.replaceAll(digits, "$1%02d".formatted((year + 1) % 100));
	}

	@Override
	public String toString() {
		return this.value;
	}

}
