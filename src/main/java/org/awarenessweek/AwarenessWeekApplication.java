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
	 * Starts the site.
	 * @param arguments settings, as in {@code --server.port=8081}
	 */
	public static void main(String[] arguments) {
		SpringApplication.run(AwarenessWeekApplication.class, arguments);
	}

}
