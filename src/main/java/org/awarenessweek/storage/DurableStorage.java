package org.awarenessweek.storage;

import java.io.File;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToLongFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.zaxxer.hikari.HikariDataSource;
import org.awarenessweek.work.DatabaseAway;
import org.awarenessweek.work.GroupCommit;
import org.h2.mvstore.MVStore;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;

/**
 * On an H2 file, a transaction ends once its change is on disk. It rejects a URL without
 * {@code WRITE_DELAY=0}, since H2 would then write commits half a second late. Each
 * commit waits for a checkpoint instead, which writes once for all that wait. A
 * transaction that only reads does not wait. When the disk is nearly full, only such are
 * let in, because H2 closes a file that it cannot write. Other databases are left alone.
 */
@Component
class DurableStorage implements BeanPostProcessor, TransactionExecutionListener, AutoCloseable {

	/** How many bytes are left for what H2 writes by itself. */
	private static final long RESERVE = 32L * 1024 * 1024;

	private static final Pattern FILE = Pattern.compile("jdbc:h2:(?!mem:|nioMem|memFS:|memLZF:|tcp:|ssl:|zip:).*",
			Pattern.CASE_INSENSITIVE);

	private static final Pattern WRITTEN_AT_ONCE = Pattern.compile(";WRITE_DELAY=0(?=;|$)", Pattern.CASE_INSENSITIVE);

	/** What they change, in its state of before: if H2 closes it, they are lost. */
	private final Map<TransactionExecution, MVStore> committing = new ConcurrentHashMap<>();

	private final ToLongFunction<File> space;

	private @Nullable DatabaseFile file;

	private @Nullable Checkpoint checkpoint;

	private @Nullable GroupCommit<MVStore> commits;

	DurableStorage() {
		this(File::getUsableSpace);
	}

	/**
	 * @param space how many bytes are left on the disk of a folder
	 */
	DurableStorage(ToLongFunction<File> space) {
		this.space = space;
	}

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
		this.file = new DatabaseFile(pool);
		Checkpoint opened = new Checkpoint(this.file);
		this.checkpoint = opened;
		this.commits = new GroupCommit<>(opened::run);
	}

	/** Whether a database is an H2 file on a disk. */
	static boolean isFile(@Nullable String url) {
		return url != null && FILE.matcher(url).matches();
	}

	/**
	 * Lets in only what reads, when the disk is nearly full.
	 * @throws CannotCreateTransactionException if it may not be
	 */
	@Override
	public void beforeBegin(TransactionExecution transaction) {
		if (this.file != null && !transaction.isReadOnly() && this.file.isOpen()
				&& this.space.applyAsLong(this.file.folder()) < RESERVE) {
			throw new CannotCreateTransactionException("Nothing can be stored", new DiskNearlyFull());
		}
	}

	@Override
	public void beforeCommit(TransactionExecution transaction) {
		if (this.file != null && !transaction.isReadOnly()) {
			this.committing.put(transaction, this.file.store());
		}
	}

	/**
	 * Waits until everything committed before is on disk.
	 * @throws DataAccessResourceFailureException if it may not be
	 */
	@Override
	public void afterCommit(TransactionExecution transaction, @Nullable Throwable failure) {
		if (transaction.isReadOnly()) {
			return;
		}
		MVStore changed = this.committing.remove(transaction);
		if (failure != null) {
			return;
		}
		if (this.commits != null && changed != null) {
			try {
				this.commits.await(changed);
			}
			catch (RuntimeException ex) {
				throw new DataAccessResourceFailureException("What was committed may not be on the disk", ex);
			}
		}
		DatabaseAway.ends();
	}

	@Override
	public void afterRollback(TransactionExecution transaction, @Nullable Throwable failure) {
		this.committing.remove(transaction);
	}

	/** Closes the file, after the pool. */
	@Override
	public void close() throws SQLException {
		if (this.checkpoint != null) {
			this.checkpoint.close();
		}
	}

	/** The log names it as the cause. */
	private static final class DiskNearlyFull extends IOException {

		private static final long serialVersionUID = 1L;

		DiskNearlyFull() {
			super("less than " + RESERVE / 1024 / 1024 + " MB are left on the disk of the database");
		}

	}

}
