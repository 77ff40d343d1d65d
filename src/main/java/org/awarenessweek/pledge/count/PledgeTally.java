package org.awarenessweek.pledge.count;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * How many pledges count in an edition.
 *
 * @param people how many people
 * @param organisations how many organisations
 * @param asOf when this last changed; {@code null} if never
 */
public record PledgeTally(long people, long organisations, @Nullable Instant asOf) {

	/** All pledges. */
	public long count() {
		return this.people + this.organisations;
	}

}
