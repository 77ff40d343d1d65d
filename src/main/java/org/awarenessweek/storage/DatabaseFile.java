package org.awarenessweek.storage;

import java.io.File;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.SQLExceptionOverride;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.h2.store.fs.FilePath;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.core.NestedExceptionUtils;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Opens an H2 file anew after H2 has closed it by itself, as it does when it cannot write
 * it, for example because the disk is full. All connections of before are closed first:
 * each that is used later would make H2 forget that the file is open.
 */
class DatabaseFile extends DriverManagerDataSource {

	private static final Logger LOG = LoggerFactory.getLogger(DatabaseFile.class);

	private final HikariDataSource pool;

	private final List<Connection> connections = new ArrayList<>();

	private volatile @Nullable MVStore store;

	private Runnable whenClosed = () -> {
	};

	/**
	 * Takes the place of the pool's own URL.
	 * @param pool not started yet
	 */
	DatabaseFile(HikariDataSource pool) {
		super(Objects.requireNonNull(pool.getJdbcUrl()));
		Optional.ofNullable(pool.getUsername()).ifPresent(this::setUsername);
		Optional.ofNullable(pool.getPassword()).ifPresent(this::setPassword);
		this.pool = pool;
		pool.setDataSource(this);
		pool.setExceptionOverride(new Eviction());
	}

	@Override
	protected synchronized Connection getConnectionFromDriver(Properties properties) throws SQLException {
		if (isClosed()) {
			closeConnections();
		}
		this.connections.removeIf(DatabaseFile::isClosed);
		Connection connection = super.getConnectionFromDriver(properties);
		this.connections.add(connection);
		SessionLocal session = (SessionLocal) connection.unwrap(JdbcConnection.class).getSession();
		this.store = session.getDatabase().getStore().getMvStore();
		return connection;
	}

	/**
	 * How many seconds the pool waits at its end for a connection that is being opened.
	 */
	@Override
	public int getLoginTimeout() {
		return 5;
	}

	@Override
	public void setLoginTimeout(int seconds) {
		// a file is opened as fast as it can be
	}

	/** Has something done before the file is opened again. */
	synchronized void whenClosed(Runnable step) {
		this.whenClosed = step;
	}

	/** The contents of the file since it was opened last, by its first connection. */
	MVStore store() {
		return Objects.requireNonNull(this.store, "the file was never opened");
	}

	boolean isOpen() {
		return this.store != null;
	}

	/** Where it is. */
	File folder() {
		return new File(FilePath.get(store().getFileStore().getFileName()).unwrap().getParent().toString());
	}

	private boolean isClosed() {
		MVStore last = this.store;
		return last != null && last.isClosed();
	}

	private void closeConnections() {
		MVStoreException cause = store().getPanicException();
		if (cause != null && !this.connections.isEmpty()) {
			LOG.error("H2 has closed the database file because of: {}. It is opened again as soon as it can be",
					NestedExceptionUtils.getMostSpecificCause(cause).getMessage());
		}
		this.pool.getHikariPoolMXBean().softEvictConnections();
		for (Connection connection : this.connections) {
			try {
				connection.close();
			}
			catch (SQLException ex) {
				LOG.debug("A connection of the closed file ended with an error", ex);
			}
		}
		this.connections.clear();
		this.whenClosed.run();
	}

	private static boolean isClosed(Connection connection) {
		try {
			return connection.isClosed();
		}
		catch (SQLException ex) {
			return true;
		}
	}

	/** Has the pool throw out all connections at the first that finds the file closed. */
	private final class Eviction implements SQLExceptionOverride {

		@java.lang.Override
		public Override adjudicate(SQLException failure) {
			if (isClosed()) {
				DatabaseFile.this.pool.getHikariPoolMXBean().softEvictConnections();
			}
			return Override.CONTINUE_EVICT;
		}

	}

}
