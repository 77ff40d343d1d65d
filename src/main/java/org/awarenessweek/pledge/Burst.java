package org.awarenessweek.pledge;

import java.time.Duration;
import java.time.Instant;

import org.awarenessweek.mail.Token;
import org.jspecify.annotations.Nullable;

/**
 * Many who signed from one network or one domain within an hour or a day. That is no
 * proof of anything: a whole clinic may have signed together.
 *
 * @param place where and when
 * @param counting how many of them count
 * @param aside how many are set aside
 * @param unconfirmed how many nobody has confirmed
 */
record Burst(BurstPlace place, int counting, int aside, int unconfirmed) {

	/** Stands for it in addresses, and tells nothing of the network. */
	public String id() {
		return Token.hash(this.place.toString());
	}

	int total() {
		return this.counting + this.aside + this.unconfirmed;
	}

	/** The time that is looked at at once, in UTC. */
	enum Span {

		HOUR(Duration.ofHours(1)), DAY(Duration.ofDays(1));

		private final Duration length;

		Span(Duration length) {
			this.length = length;
		}

		long seconds() {
			return this.length.toSeconds();
		}

		/** The one that is so many after the beginning of 1970. */
		BurstPlace place(BurstPlace.Source source, @Nullable String key, long number) {
			Instant from = Instant.ofEpochSecond(number * seconds());
			return new BurstPlace(source, key, from, from.plus(this.length));
		}

	}

}
