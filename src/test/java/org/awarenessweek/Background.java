package org.awarenessweek;

import java.time.Duration;

import org.awarenessweek.work.BackgroundWork;

import static org.awaitility.Awaitility.await;

/** The site's background work: it delivers emails and sets pledges aside. */
public final class Background {

	/** No test should wait this long; whatever takes longer hangs. */
	public static final Duration PATIENCE = Duration.ofMinutes(2);

	private Background() {
	}

	/** Waits until all background work has ended, so that nothing is still claimed. */
	public static void settle() {
		if (BackgroundWork.underWay() > 0) {
			await().atMost(PATIENCE)
				.pollDelay(Duration.ZERO)
				.pollInterval(Duration.ofMillis(5))
				.until(() -> BackgroundWork.underWay() == 0);
		}
	}

}
