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
	 * How many virtual threads may run at once. Of few, each goes on with one queue of
	 * those that wait to run for as long as it has any (see {@code runWorker} of
	 * {@link java.util.concurrent.ForkJoinPool}), and under load those in another wait
	 * for half a minute. Of so many, some always look at the others.
	 */
	private static final String CARRIERS = "128";

	/**
	 * Starts the site.
	 * @param arguments settings, as in {@code --server.port=8081}
	 */
	public static void main(String[] arguments) {
		System.setProperty("jdk.virtualThreadScheduler.parallelism",
				System.getProperty("jdk.virtualThreadScheduler.parallelism", CARRIERS));
		SpringApplication.run(AwarenessWeekApplication.class, arguments);
	}

}
