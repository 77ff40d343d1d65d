package org.awarenessweek.pledge;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * How many pledges count in an edition.
 *
 * @param people who have confirmed and not withdrawn
 * @param organisations the same of organisations
 * @param asOf when this last changed; nothing while it never has
 */
public record PledgeTally(long people, long organisations, @Nullable Instant asOf) {

	/** All pledges. */
	public long count() {
		return this.people + this.organisations;
	}

}
