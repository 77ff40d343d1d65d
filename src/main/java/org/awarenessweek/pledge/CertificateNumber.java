package org.awarenessweek.pledge;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What is printed on the certificate of one pledge, and whoever holds the paper types to
 * learn whether it is valid: 50 random bits.
 *
 * @param value ten characters of a {@link ReadableCode}
 */
public record CertificateNumber(String value) {

	static final int LENGTH = 10;

	private static final Pattern SHAPE = Pattern.compile("[2-9A-HJ-NP-Z]{" + LENGTH + "}");

	/**
	 * @throws IllegalArgumentException if it has not the shape of one
	 */
	public CertificateNumber {
		if (!SHAPE.matcher(value).matches()) {
			throw new IllegalArgumentException("No certificate has such a number");
		}
	}

	/** The number that somebody typed, as it was meant, if it can be one. */
	static Optional<CertificateNumber> read(String typed) {
		String meant = ReadableCode.read(typed);
		return SHAPE.matcher(meant).matches() ? Optional.of(new CertificateNumber(meant)) : Optional.empty();
	}

	/** The page that says whether the certificate is valid. */
	public String path() {
		return "/pledge/certificate/" + this.value;
	}

	/** As it is printed: {@code K7M2Q-XH4TP}. */
	@Override
	public String toString() {
		return this.value.substring(0, LENGTH / 2) + "-" + this.value.substring(LENGTH / 2);
	}

}
