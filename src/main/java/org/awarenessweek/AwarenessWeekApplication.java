package org.awarenessweek;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.resilience.annotation.EnableResilientMethods;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The whole site: everything below this package, started by {@link #main}. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
@EnableResilientMethods
public class AwarenessWeekApplication {

	/**
	 * How many virtual threads may run at once, however few the processors. A carrier
	 * thread stays with one queue until it is empty (see {@code runWorker} of
	 * {@link java.util.concurrent.ForkJoinPool}), so under load, with few carriers,
	 * threads in another queue wait for half a minute. With more carriers than queues
	 * filled from outside (one for each thread that reads from the connections), some
	 * check the others; but each check that finds nothing costs time.
	 */
	private static final int CARRIERS = 16;

	/**
	 * Starts the site.
	 * @param arguments settings, as in {@code --server.port=8081}
	 */
	public static void main(String[] arguments) {
		System.getProperties()
			.putIfAbsent("jdk.virtualThreadScheduler.parallelism",
					String.valueOf(Math.max(CARRIERS, Runtime.getRuntime().availableProcessors())));
		SpringApplication.run(AwarenessWeekApplication.class, arguments);
	}

}
