package org.awarenessweek.pledge.deed;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A place in the list of deeds, or above all of them. Pages start next to a place, not
 * after a number of deeds: the last page is as fast as the first, and nothing is shown
 * twice when a deed is added in between.
 *
 * @param at when the deed was said
 * @param id the deed
 */
record DeedPlace(Instant at, UUID id) {

	/** Above everything. */
	static final DeedPlace TOP = new DeedPlace(Instant.ofEpochSecond(9_999_999_999L), new UUID(0, 0));

	private static final Pattern TEXT = Pattern.compile("(\\d{1,16})_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})");

	/**
	 * Reads a place from an address.
	 * @throws IllegalArgumentException when there can be no such place
	 */
	static DeedPlace parse(String text) {
		Matcher parts = TEXT.matcher(text);
		if (!parts.matches()) {
			throw new IllegalArgumentException("No place among deeds");
		}
		return new DeedPlace(Instant.EPOCH.plus(Long.parseLong(parts.group(1)), ChronoUnit.MICROS),
				UUID.fromString(parts.group(2)));
	}

	/** The place as it stands in an address. */
	@Override
	public String toString() {
		return ChronoUnit.MICROS.between(Instant.EPOCH, this.at) + "_" + this.id;
	}

}
