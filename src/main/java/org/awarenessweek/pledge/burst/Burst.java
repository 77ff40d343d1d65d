package org.awarenessweek.pledge.burst;

import java.time.Duration;
import java.time.Instant;

import org.awarenessweek.mail.Token;

/**
 * Many signatures from one network or domain within an hour or a day. That proves
 * nothing: a whole clinic may have signed together.
 *
 * @param window where and when
 * @param counting how many of them count
 * @param aside how many are set aside
 * @param unconfirmed how many nobody has confirmed
 */
record Burst(BurstWindow window, int counting, int aside, int unconfirmed) {

	/** Its id in addresses, which reveals nothing about the network. */
	public String id() {
		return Token.hash(this.window.toString());
	}

	int total() {
		return this.counting + this.aside + this.unconfirmed;
	}

	/** How long a burst may last, from any moment on. */
	enum Span {

		HOUR(Duration.ofHours(1)), DAY(Duration.ofDays(1));

		private final Duration length;

		Span(Duration length) {
			this.length = length;
		}

		/** A period of this length from one moment on. */
		BurstWindow window(BurstWindow.Source source, String key, Instant from) {
			return new BurstWindow(source, key, from, from.plus(this.length));
		}

	}

}
