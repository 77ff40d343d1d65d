package org.awarenessweek.storage;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.jspecify.annotations.Nullable;

/**
 * What H2's {@code CHECKPOINT SYNC} does, which ends with an fsync of the file; but it
 * waits for all that H2 is already writing, which that statement does not. It has a
 * connection of its own, so that those who wait with the pool's connections in their
 * hands never wait for one of these; after a failure it opens a new one.
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
		try {
			SessionLocal session = (SessionLocal) this.connection.unwrap(JdbcConnection.class).getSession();
			MVStore store = session.getDatabase().getStore().getMvStore();
			store.commit();
			// What H2 began to write by itself is on threads of its own, and must be in
			// the file before the sync
			store.executeFilestoreOperation(() -> {
			});
			store.sync();
		}
		catch (MVStoreException ex) {
			close();
			throw new SQLException(ex);
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
