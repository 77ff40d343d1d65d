package org.awarenessweek.work;

import org.awarenessweek.log.Fault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.task.SimpleAsyncTaskSchedulerCustomizer;
import org.springframework.scheduling.concurrent.SimpleAsyncTaskScheduler;
import org.springframework.stereotype.Component;

/**
 * Logs a scheduled task that failed, without an exception's own words; it runs again at
 * its next time.
 */
@Component
class ScheduledFailures implements SimpleAsyncTaskSchedulerCustomizer {

	private static final Logger LOG = LoggerFactory.getLogger(ScheduledFailures.class);

	@Override
	public void customize(SimpleAsyncTaskScheduler scheduler) {
		scheduler.setErrorHandler((failure) -> LOG.error("A scheduled task failed", Fault.of(failure)));
	}

}
