package org.awarenessweek.storage;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.jspecify.annotations.Nullable;

/**
 * Does what H2's {@code CHECKPOINT SYNC} does, ending with an fsync of the file, but also
 * waits for writes that H2 has already begun. Its own connection keeps the file open when
 * the pool changes its connections.
 */
class Checkpoint implements AutoCloseable {

	private final DatabaseFile file;

	private @Nullable Connection connection;

	private @Nullable MVStore synced;

	/** The last version of it that is sure to be on the disk. */
	private long syncedVersion;

	Checkpoint(DatabaseFile file) {
		this.file = file;
	}

	/**
	 * Returns once everything committed before is on disk.
	 * @param changed what the waiting transactions changed
	 * @throws SQLException if it may not be; so too if H2 closed the file meanwhile,
	 * which is opened again without what was not yet written
	 */
	synchronized void run(List<MVStore> changed) throws SQLException {
		if (this.connection == null || this.connection.isClosed()) {
			this.connection = this.file.getConnection();
		}
		MVStore store = this.file.store();
		try {
			store.commit();
			long written = store.getCurrentVersion();
			// H2 also writes on its own threads, which must finish this version before
			// the
			// sync
			store.executeFilestoreOperation(() -> {
			});
			if (store != this.synced || written != this.syncedVersion) {
				store.sync();
				this.synced = store;
				this.syncedVersion = written;
			}
		}
		catch (MVStoreException ex) {
			close();
			throw new SQLException(ex);
		}
		if (changed.stream().anyMatch((one) -> one != store)) {
			throw new SQLException("The file was closed before everything was written");
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
