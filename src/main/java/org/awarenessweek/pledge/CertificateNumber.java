package org.awarenessweek.pledge;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The number printed on a pledge's certificate: 50 random bits. Anyone can type it in to
 * check that the certificate is valid.
 *
 * @param value ten characters of a {@link ReadableCode}
 */
public record CertificateNumber(String value) {

	static final int LENGTH = 10;

	private static final Pattern SHAPE = Pattern.compile("[2-9A-HJ-NP-Z]{" + LENGTH + "}");

	/**
	 * @throws IllegalArgumentException if it does not have the right format
	 */
	public CertificateNumber {
		if (!SHAPE.matcher(value).matches()) {
			throw new IllegalArgumentException("No certificate has such a number");
		}
	}

	/** Reads a typed number in any notation; empty if it cannot be one. */
	public static Optional<CertificateNumber> read(String typed) {
		String meant = ReadableCode.read(typed);
		return SHAPE.matcher(meant).matches() ? Optional.of(new CertificateNumber(meant)) : Optional.empty();
	}

	/** The path of the page that checks the certificate. */
	public String path() {
		return "/pledge/certificate/" + this.value;
	}

	/** As it is printed: {@code K7M2Q-XH4TP}. */
	@Override
	public String toString() {
		return this.value.substring(0, LENGTH / 2) + "-" + this.value.substring(LENGTH / 2);
	}

}
