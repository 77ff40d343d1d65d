package org.awarenessweek.storage;

import java.sql.SQLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.zaxxer.hikari.HikariDataSource;
import org.awarenessweek.work.GroupCommit;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;
import org.springframework.transaction.TransactionSystemException;

/**
 * On an H2 file, a transaction ends once its change is on disk. It rejects a URL without
 * {@code WRITE_DELAY=0}, since H2 would then write commits half a second late. Each
 * commit waits for a checkpoint instead, which writes once for all that wait. A
 * transaction that only reads does not wait. Other databases are left alone.
 */
@Component
class DurableStorage implements BeanPostProcessor, TransactionExecutionListener, AutoCloseable {

	private static final Pattern FILE = Pattern.compile("jdbc:h2:(?!mem:|nioMem|memFS:|memLZF:|tcp:|ssl:|zip:).*",
			Pattern.CASE_INSENSITIVE);

	private static final Pattern WRITTEN_AT_ONCE = Pattern.compile(";WRITE_DELAY=0(?=;|$)", Pattern.CASE_INSENSITIVE);

	private @Nullable Checkpoint checkpoint;

	private @Nullable GroupCommit<TransactionExecution> commits;

	@Override
	public Object postProcessAfterInitialization(Object bean, String name) {
		if (bean instanceof HikariDataSource pool && isFile(pool.getJdbcUrl())) {
			watch(pool);
		}
		return bean;
	}

	private void watch(HikariDataSource pool) {
		Matcher writtenAtOnce = WRITTEN_AT_ONCE.matcher(pool.getJdbcUrl());
		if (!writtenAtOnce.find()) {
			throw new InvalidConfigurationPropertyValueException("spring.datasource.url", pool.getJdbcUrl(),
					"An H2 file needs ;WRITE_DELAY=0 at its end: without it, what people were told is kept can be lost.");
		}
		// Writing each commit by itself would be most of the work of signing.
		pool.setJdbcUrl(writtenAtOnce.replaceAll(""));
		Checkpoint opened = new Checkpoint(pool.getJdbcUrl(), pool.getUsername(), pool.getPassword());
		this.checkpoint = opened;
		this.commits = new GroupCommit<>((all) -> opened.run());
	}

	/** Whether a database is an H2 file on a disk. */
	static boolean isFile(@Nullable String url) {
		return url != null && FILE.matcher(url).matches();
	}

	/**
	 * Waits until everything committed before is on disk.
	 * @throws TransactionSystemException if it may not be
	 */
	@Override
	public void afterCommit(TransactionExecution transaction, @Nullable Throwable failure) {
		if (this.commits == null || failure != null || transaction.isReadOnly()) {
			return;
		}
		try {
			this.commits.await(transaction);
		}
		catch (RuntimeException ex) {
			throw new TransactionSystemException("What was committed may not be on the disk", ex);
		}
	}

	/** Closes the file, after the pool. */
	@Override
	public void close() throws SQLException {
		if (this.checkpoint != null) {
			this.checkpoint.close();
		}
	}

}
