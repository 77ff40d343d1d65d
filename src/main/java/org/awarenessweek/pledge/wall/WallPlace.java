package org.awarenessweek.pledge.wall;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A pledge's place on the wall, under the term that found it. Pages start next to a
 * place, not after a number of pledges: the last page is as fast as the first, and
 * nothing is shown twice when somebody signs in between.
 *
 * @param term the term
 * @param at when its pledge was confirmed
 * @param id its pledge
 */
record WallPlace(String term, Instant at, UUID id) {

	private static final Pattern TEXT = Pattern
		.compile("(\\d{1,16})_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})_?([^\\p{Cc}]{0,250})");

	/**
	 * Reads a place from an address.
	 * @throws IllegalArgumentException when there can be no such place
	 */
	static WallPlace parse(String text) {
		Matcher parts = TEXT.matcher(text);
		if (!parts.matches()) {
			throw new IllegalArgumentException("No place on the wall");
		}
		return new WallPlace(parts.group(3), Instant.EPOCH.plus(Long.parseLong(parts.group(1)), ChronoUnit.MICROS),
				UUID.fromString(parts.group(2)));
	}

	/** The place as it stands in an address. */
	@Override
	public String toString() {
		return ChronoUnit.MICROS.between(Instant.EPOCH, this.at) + "_" + this.id
				+ (this.term.isEmpty() ? "" : "_" + this.term);
	}

}
