package org.awarenessweek.door;

import java.time.Duration;

/** Over a limit: answered 429 with {@code Retry-After} (RFC 6585, section 4). */
public class TooManyRequests extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final Duration wait;

	/**
	 * @param wait how long until the next try is allowed
	 */
	public TooManyRequests(Duration wait) {
		this.wait = wait;
	}

	/** How long until the next try is allowed, in whole seconds, at least one. */
	public long seconds() {
		return Math.max(1, this.wait.plusMillis(999).toSeconds());
	}

}
