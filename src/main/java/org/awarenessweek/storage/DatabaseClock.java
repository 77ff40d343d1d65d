package org.awarenessweek.storage;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The clock of the machine that the database is on. Nodes share what is due by clocks.
 */
public final class DatabaseClock {

	/** From here on, two clocks do not follow the same time. */
	public static final Duration APART = Duration.ofSeconds(5);

	private static final Logger LOG = LoggerFactory.getLogger(DatabaseClock.class);

	private DatabaseClock() {
	}

	/** What it says. */
	public static Instant now(Connection connection) throws SQLException {
		try (Statement statement = connection.createStatement();
				ResultSet now = statement.executeQuery("select current_timestamp")) {
			now.next();
			return now.getObject(1, OffsetDateTime.class).toInstant();
		}
	}

	/** Warns the operator where it is not that of this machine. */
	static void compare(Connection connection, Instant here) throws SQLException {
		Duration apart = Duration.between(now(connection), here).abs();
		if (apart.compareTo(APART) >= 0) {
			LOG.warn("The clocks of this machine and of the database are {} s apart: let both follow a time server "
					+ "(NTP), or several nodes send emails twice", apart.toSeconds());
		}
	}

}
