package org.awarenessweek.pledge;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Codes that people copy from an email or from paper: five random bits per character, and
 * no lookalikes (0 and O, 1 and I).
 */
public final class ReadableCode {

	private static final String ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

	private static final SecureRandom RANDOM = new SecureRandom();

	private ReadableCode() {
	}

	/** A new code of this length. */
	public static String random(int length) {
		return RANDOM.ints(length, 0, ALPHABET.length())
			.mapToObj((place) -> ALPHABET.substring(place, place + 1))
			.collect(Collectors.joining());
	}

	/** Normalises what was typed: capitals, without spaces and hyphens. */
	public static String read(String typed) {
		return typed.toUpperCase(Locale.ROOT).replaceAll("[\\s\\p{Z}\\p{Pd}]+", "");
	}

}
