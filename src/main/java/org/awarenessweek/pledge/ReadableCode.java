package org.awarenessweek.pledge;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Letters and digits that people copy from a mail or a sheet of paper: none that look
 * like another (0 and O, 1 and I), five random bits each.
 */
final class ReadableCode {

	private static final String ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

	private static final SecureRandom RANDOM = new SecureRandom();

	private ReadableCode() {
	}

	/** A new one of so many characters. */
	static String random(int length) {
		return RANDOM.ints(length, 0, ALPHABET.length())
			.mapToObj((place) -> ALPHABET.substring(place, place + 1))
			.collect(Collectors.joining());
	}

	/** What was typed, as it was meant: in capitals, without spaces and hyphens. */
	static String read(String typed) {
		return typed.toUpperCase(Locale.ROOT).replaceAll("[\\s\\p{Z}\\p{Pd}]+", "");
	}

}
