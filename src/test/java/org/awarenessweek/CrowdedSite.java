package org.awarenessweek;

import java.util.stream.Stream;

import org.awarenessweek.edition.Editions;
import org.awarenessweek.event.Event;
import org.awarenessweek.event.Events;
import org.awarenessweek.event.SampleCalendar;
import org.awarenessweek.pledge.wall.PledgeCrowd;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.logging.LoggingApplicationListener;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The site with a full calendar and a full wall, to look at and to measure:
 * {@code ./mvnw spring-boot:test-run -Dspring-boot.run.main-class=org.awarenessweek.CrowdedSite
 * -Dspring-boot.run.arguments="--crowd=1000 --spring.datasource.url=jdbc:h2:mem:crowd"}.
 */
final class CrowdedSite {

	private CrowdedSite() {
	}

	static void main(String[] arguments) {
		// The tests' own log does not say where the site is
		System.setProperty(LoggingApplicationListener.CONFIG_PROPERTY, "classpath:logback-crowd.xml");
		SpringApplication.from(AwarenessWeekApplication::main).with(Crowd.class).run(arguments);
	}

	@TestConfiguration(proxyBeanMethods = false)
	static class Crowd {

		@Bean
		ApplicationRunner fillTheCalendar(Events events, Editions editions, TransactionTemplate transaction,
				@Value("${crowd:60}") int number) {
			return (arguments) -> {
				try (Stream<Event> crowd = SampleCalendar.of(editions.current(), number)) {
					transaction.executeWithoutResult((status) -> crowd.forEach(events::save));
				}
			};
		}

		/** With {@code --pledges=1000000}. */
		@Bean
		ApplicationRunner fillTheWall(JdbcTemplate database, Editions editions, @Value("${pledges:0}") int number) {
			return (arguments) -> {
				if (number > 0) {
					PledgeCrowd.fill(database, editions.current().id(), number);
				}
			};
		}

	}

}
