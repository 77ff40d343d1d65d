package org.awarenessweek.pledge;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * The words by which the wall is searched: without capitals, accents and punctuation,
 * each after a space, so that what someone types matches the beginnings of words. The
 * same for what is kept and for what is typed.
 */
final class WallWords {

	private WallWords() {
	}

	/** The words of these texts; empty if there are none. */
	static String of(@Nullable String... texts) {
		String all = Arrays.stream(texts).filter(Objects::nonNull).collect(Collectors.joining(" "));
		String plain = Normalizer.normalize(all, Normalizer.Form.NFD)
			.replaceAll("\\p{M}", "")
			.toLowerCase(Locale.ROOT)
			.replaceAll("['’]", "")
			.replaceAll("[^\\p{L}\\p{N}]+", " ")
			.strip();
		return plain.isEmpty() ? "" : " " + plain;
	}

}
