package org.awarenessweek.pledge;

import java.time.Duration;
import java.time.Instant;

import org.awarenessweek.mail.Token;

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

	/** The time within which many make a burst, wherever it begins. */
	enum Span {

		HOUR(Duration.ofHours(1)), DAY(Duration.ofDays(1));

		private final Duration length;

		Span(Duration length) {
			this.length = length;
		}

		/** As long as this, from one moment on. */
		BurstPlace place(BurstPlace.Source source, String key, Instant from) {
			return new BurstPlace(source, key, from, from.plus(this.length));
		}

	}

}
