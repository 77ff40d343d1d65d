package org.awarenessweek;

import java.time.Duration;

import org.awarenessweek.site.Rounds;

import static org.awaitility.Awaitility.await;

/** What the site does beside its answers: mails are delivered, pledges are set aside. */
public final class Background {

	/** No test is meant to wait so long; whatever takes longer hangs. */
	public static final Duration PATIENCE = Duration.ofMinutes(2);

	private Background() {
	}

	/**
	 * Waits until all is done that was begun, so that nothing of it is in somebody's
	 * hands.
	 */
	public static void settle() {
		if (Rounds.underWay() > 0) {
			await().atMost(PATIENCE)
				.pollDelay(Duration.ZERO)
				.pollInterval(Duration.ofMillis(5))
				.until(() -> Rounds.underWay() == 0);
		}
	}

}
