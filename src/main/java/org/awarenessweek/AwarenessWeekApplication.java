package org.awarenessweek;

import org.awarenessweek.command.Commands;
import org.awarenessweek.storage.FileDoor;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.annotation.Configuration;
import org.springframework.resilience.annotation.EnableResilientMethods;
import org.springframework.scheduling.annotation.EnableScheduling;

/**
 * The whole site: everything below this package, started by {@link #main}. The same jar
 * does what operators need: see {@link Commands}.
 */
@SpringBootApplication
@ConfigurationPropertiesScan
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
	 * Starts the site, or runs a command.
	 * @param arguments settings, as in {@code --server.port=8081}; or a command's name
	 * and then its options
	 */
	public static void main(String[] arguments) {
		FileDoor.bindToLoopback();
		if (Commands.areMeantBy(arguments)) {
			LoggingSystem.get(Commands.class.getClassLoader()).beforeInitialize(); // silent
			System.exit(new Commands(System.in, System.out, System.err).run(arguments));
		}
		System.getProperties()
			.putIfAbsent("jdk.virtualThreadScheduler.parallelism",
					String.valueOf(Math.max(CARRIERS, Runtime.getRuntime().availableProcessors())));
		SpringApplication.run(AwarenessWeekApplication.class, arguments);
	}

	/** Work by the clock. A command that uses parts of the site must not begin any. */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnWebApplication
	@EnableScheduling
	static class ScheduledWork {

	}

}
