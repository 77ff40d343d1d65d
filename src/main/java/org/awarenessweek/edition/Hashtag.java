package org.awarenessweek.edition;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A word by which posts about the week find each other.
 *
 * @param value the word with its sign, as in {@code #IncludingInfants}: letters, digits
 * and underscores, not digits alone
 */
public record Hashtag(String value) {

	private static final Pattern SHAPE = Pattern.compile("#(?=\\w*\\p{L})[\\p{L}\\p{M}\\p{N}_]{1,50}",
			Pattern.UNICODE_CHARACTER_CLASS);

	/**
	 * @throws IllegalArgumentException if it is no hashtag
	 */
	public Hashtag {
		if (!SHAPE.matcher(value).matches()) {
			throw new IllegalArgumentException("not a hashtag: " + value);
		}
	}

	/**
	 * Reads hashtags with spaces between them.
	 * @throws IllegalArgumentException if one is no hashtag
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
	 * Hashtags of one year as a proposal for the next: {@code #IMHAW21} becomes
	 * {@code #IMHAW22}. What has no year in it stays as it is.
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
