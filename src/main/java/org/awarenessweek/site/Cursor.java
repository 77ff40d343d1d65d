package org.awarenessweek.site;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/**
 * One item of a long list, next to which a page of it begins or ends.
 *
 * @param at the moment by which the list is sorted
 * @param id the item
 * @param term what else it is sorted by, or empty
 */
public record Cursor(Instant at, UUID id, String term) {

	/** Above everything, where the latest come first. */
	public static final Cursor TOP = new Cursor(Instant.ofEpochSecond(9_999_999_999L), new UUID(0, 0), "");

	private static final Pattern TEXT = Pattern
		.compile("(\\d{1,16})_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})_?([^\\p{Cc}]{0,250})");

	/**
	 * Reads a cursor from an address.
	 * @return {@code null} if there is none
	 * @throws ResponseStatusException (422) if it cannot be one
	 */
	public static @Nullable Cursor read(@Nullable String text) {
		if (text == null) {
			return null;
		}
		Matcher parts = TEXT.matcher(text);
		if (!parts.matches()) {
			throw new ResponseStatusException(HttpStatus.UNPROCESSABLE_CONTENT);
		}
		return new Cursor(Instant.EPOCH.plus(Long.parseLong(parts.group(1)), ChronoUnit.MICROS),
				UUID.fromString(parts.group(2)), parts.group(3));
	}

	/** The cursor as it stands in an address. */
	@Override
	public String toString() {
		return ChronoUnit.MICROS.between(Instant.EPOCH, this.at) + "_" + this.id
				+ (this.term.isEmpty() ? "" : "_" + this.term);
	}

}
