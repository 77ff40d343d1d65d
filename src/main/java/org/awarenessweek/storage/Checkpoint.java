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
 * Does what H2's {@code CHECKPOINT SYNC} does, ending with an fsync of the file, but also
 * waits for writes that H2 has already begun. It has its own connection, because callers
 * hold the pool's connections while they wait. After a failure it opens a new one.
 */
class Checkpoint implements AutoCloseable {

	private final String url;

	private final @Nullable String user;

	private final @Nullable String password;

	private @Nullable Connection connection;

	/** The last version of the file that is sure to be on the disk. */
	private long synced = -1;

	Checkpoint(String url, @Nullable String user, @Nullable String password) {
		this.url = url;
		this.user = user;
		this.password = password;
	}

	/** Returns once everything committed before is on disk. */
	synchronized void run() throws SQLException {
		if (this.connection == null) {
			this.connection = DriverManager.getConnection(this.url, this.user, this.password);
		}
		try {
			SessionLocal session = (SessionLocal) this.connection.unwrap(JdbcConnection.class).getSession();
			MVStore store = session.getDatabase().getStore().getMvStore();
			store.commit();
			long written = store.getCurrentVersion();
			// H2 also writes on its own threads, which must finish this version before
			// the
			// sync
			store.executeFilestoreOperation(() -> {
			});
			if (written != this.synced) {
				store.sync();
				this.synced = written;
			}
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
