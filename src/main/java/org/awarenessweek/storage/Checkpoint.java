package org.awarenessweek.storage;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

import org.jspecify.annotations.Nullable;

/**
 * H2's {@code CHECKPOINT SYNC}, which ends with an fsync of the file. It has a connection
 * of its own, so that those who wait with the pool's connections in their hands never
 * wait for one of these; after a failure it opens a new one.
 */
class Checkpoint implements SharedSync.Sync, AutoCloseable {

	private final String url;

	private final @Nullable String user;

	private final @Nullable String password;

	private @Nullable Connection connection;

	Checkpoint(String url, @Nullable String user, @Nullable String password) {
		this.url = url;
		this.user = user;
		this.password = password;
	}

	@Override
	public synchronized void run() throws SQLException {
		if (this.connection == null) {
			this.connection = DriverManager.getConnection(this.url, this.user, this.password);
		}
		try (var statement = this.connection.createStatement()) {
			statement.execute("checkpoint sync");
		}
		catch (SQLException ex) {
			close();
			throw ex;
		}
	}

	@Override
	public synchronized void close() throws SQLException {
		if (this.connection != null) {
			this.connection.close();
			this.connection = null;
		}
	}

}
