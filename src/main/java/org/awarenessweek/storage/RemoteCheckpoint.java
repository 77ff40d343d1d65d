package org.awarenessweek.storage;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

import com.zaxxer.hikari.HikariDataSource;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;
import org.springframework.transaction.TransactionSystemException;

/**
 * In a command that uses an H2 file through the {@link FileDoor} of the site, a
 * transaction ends once its change is on disk.
 */
@Component
class RemoteCheckpoint implements BeanPostProcessor, TransactionExecutionListener {

	/** Longer than H2 takes to write what it has begun to. */
	private static final Duration ONE_WRITE = Duration.ofSeconds(1);

	private @Nullable HikariDataSource pool;

	@Override
	public Object postProcessAfterInitialization(Object bean, String name) {
		if (bean instanceof HikariDataSource found && String.valueOf(found.getJdbcUrl()).startsWith("jdbc:h2:tcp:")) {
			this.pool = found;
		}
		return bean;
	}

	/**
	 * A write that H2 began by itself just before may still be under way at the first
	 * sync, but not at the second.
	 */
	@Override
	public void afterCommit(TransactionExecution transaction, @Nullable Throwable failure) {
		if (this.pool == null || failure != null || transaction.isReadOnly()) {
			return;
		}
		try (Connection connection = DriverManager.getConnection(this.pool.getJdbcUrl(), this.pool.getUsername(),
				this.pool.getPassword()); Statement statement = connection.createStatement()) {
			statement.execute("checkpoint sync");
			LockSupport.parkNanos(ONE_WRITE.toNanos());
			statement.execute("checkpoint sync");
		}
		catch (SQLException ex) {
			throw new TransactionSystemException("What was committed may not be on the disk", ex);
		}
	}

}
