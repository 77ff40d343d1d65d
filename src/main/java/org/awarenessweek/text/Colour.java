package org.awarenessweek.text;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A colour on a screen.
 *
 * @param rgb red, green and blue, a byte each
 */
public record Colour(int rgb) {

	private static final Pattern HEX = Pattern.compile("#[0-9a-fA-F]{6}");

	/** Whether this is a colour as CSS writes it: {@code #0a5559}. */
	public static boolean isValid(String typed) {
		return HEX.matcher(typed).matches();
	}

	/**
	 * Reads a colour as CSS writes it.
	 * @throws IllegalArgumentException if it is not valid
	 */
	public static Colour of(String typed) {
		if (!isValid(typed)) {
			throw new IllegalArgumentException("Not a colour: " + typed);
		}
		return new Colour(Integer.parseInt(typed.substring(1), 16));
	}

	/**
	 * This colour laid over another. The share is how much of it is seen, from 0 to 1.
	 */
	public Colour over(Colour ground, double share) {
		int mixed = 0;
		for (int shift = 0; shift < 24; shift += 8) {
			mixed |= (int) Math.round(part(shift) * share + ground.part(shift) * (1 - share)) << shift;
		}
		return new Colour(mixed);
	}

	/**
	 * How well words in one of two colours are read on the other, from 1 to 21 (WCAG 2.2,
	 * contrast ratio).
	 */
	public double contrast(Colour other) {
		double one = luminance() + 0.05;
		double two = other.luminance() + 0.05;
		return Math.max(one, two) / Math.min(one, two);
	}

	/** As CSS writes it. */
	@Override
	public String toString() {
		return String.format(Locale.ROOT, "#%06x", this.rgb);
	}

	private double luminance() {
		return 0.2126 * light(16) + 0.7152 * light(8) + 0.0722 * light(0);
	}

	private double light(int shift) {
		double part = part(shift) / 255.0;
		return (part <= 0.04045) ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
	}

	private int part(int shift) {
		return (this.rgb >> shift) & 0xff;
	}

}
