package org.awarenessweek.storage;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;

import org.awarenessweek.Warnings;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** An operator is told of a clock that is wrong. */
class DatabaseClockTests {

	@Test
	void isComparedWithThatOfThisMachine(Warnings warnings) throws SQLException {
		try (Connection connection = DriverManager.getConnection("jdbc:h2:mem:")) {
			DatabaseClock.compare(connection, Instant.now());
			DatabaseClock.compare(connection, Instant.now().plusSeconds(60));
		}
		assertThat(warnings.expect("of this machine and of the database are")).hasSize(1);
	}

}
