package org.awarenessweek.watch;

import java.time.Clock;
import java.time.Duration;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whether the database answers, in place of Spring Boot's own check, which would hang as
 * long as a request waits for a connection.
 */
@Component("dbHealthIndicator")
class DatabaseHealth implements HealthIndicator {

	/** Less than a proxy or an orchestrator waits. */
	private static final Duration PATIENCE = Duration.ofSeconds(1);

	private final Question<Health> question;

	DatabaseHealth(JdbcClient database, Clock clock) {
		this.question = new Question<>(() -> ask(database), PATIENCE, Duration.ZERO, clock);
	}

	private static Health ask(JdbcClient database) {
		try {
			database.sql("select 1").query(Integer.class).single();
			return Health.up().build();
		}
		catch (RuntimeException ex) {
			return Health.down(ex).build();
		}
	}

	@Override
	public Health health() {
		return this.question.answer()
			.orElseGet(
					() -> Health.down().withDetail("error", "The database has not answered within a second").build());
	}

}
