package org.awarenessweek.work;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.awarenessweek.Background;
import org.awarenessweek.Warnings;
import org.junit.jupiter.api.Test;

import org.springframework.scheduling.concurrent.SimpleAsyncTaskScheduler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What the log says of a scheduled task that failed. */
class ScheduledFailuresTests {

	@Test
	void areLoggedWithoutTheirWords(Warnings warnings) {
		warnings.allow("A scheduled task failed");
		try (SimpleAsyncTaskScheduler scheduler = new SimpleAsyncTaskScheduler()) {
			new ScheduledFailures().customize(scheduler);
			var task = scheduler.schedule(() -> {
				throw new IllegalStateException("ada@example.org");
			}, Instant.now().minus(Duration.ofSeconds(1)));
			await().atMost(Background.PATIENCE).until(task::isDone);
		}
		List<String> lines = warnings.expect("A scheduled task failed");
		assertThat(lines).hasSize(1);
	}

}
