package org.awarenessweek.work;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.awarenessweek.log.Fault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.task.SimpleAsyncTaskSchedulerCustomizer;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.scheduling.concurrent.SimpleAsyncTaskScheduler;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;

/**
 * Tells failures that come from a database that is away, full or too busy from all
 * others. The log says once that it is, with the cause, and once that it is back: work
 * that the clock starts would say so every few milliseconds.
 */
@Component
public final class DatabaseAway implements SimpleAsyncTaskSchedulerCustomizer {

	private static final Logger LOG = LoggerFactory.getLogger(DatabaseAway.class);

	/**
	 * No connection, no resources, stopped by its operator, system error, read only
	 * (PostgreSQL, appendix A); an H2 file that is closed or locked, or that cannot be
	 * read or written. The pool gives no state for a connection that it has given up.
	 */
	private static final Pattern STATES = Pattern
		.compile("08...|53...|57...|58...|25006|90007|90020|90028|90031|90067|90098|90121");

	private static final long NOT = 0;

	private static final AtomicLong SINCE = new AtomicLong(NOT);

	/** Whether a failure says nothing about what was being done. */
	public static boolean isCause(Throwable failure) {
		List<Throwable> causes = Stream.iterate(failure, (one) -> one != null, Throwable::getCause).toList();
		return causes.stream().anyMatch(DatabaseAway::saysSo)
				|| causes.stream().anyMatch(SQLException.class::isInstance) && causes.getLast() instanceof IOException;
	}

	private static boolean saysSo(Throwable cause) {
		return cause instanceof CannotCreateTransactionException || cause instanceof DataAccessResourceFailureException
				|| cause instanceof TransientDataAccessException && !(cause instanceof ConcurrencyFailureException)
				|| cause instanceof SQLException sql
						&& (sql.getSQLState() == null || STATES.matcher(sql.getSQLState()).matches());
	}

	/** Has the log say that the database is away, unless it has. */
	public static void begins(Throwable failure) {
		if (SINCE.compareAndSet(NOT, System.nanoTime() | 1)) {
			LOG.error("The database cannot be used: {}. Forms are answered 503 until it can, and pages are shown as "
					+ "they were", Fault.types(failure));
		}
	}

	/** Has the log say that the database is back, if it was away. */
	public static void ends() {
		long since = SINCE.get();
		if (since != NOT && SINCE.compareAndSet(since, NOT)) {
			LOG.info("The database can be used again, after {} s",
					Duration.ofNanos(System.nanoTime() - since).toSeconds());
		}
	}

	/** What the clock starts is started again soon. */
	@Override
	public void customize(SimpleAsyncTaskScheduler clock) {
		clock.setErrorHandler((failure) -> {
			if (isCause(failure)) {
				begins(failure);
			}
			else {
				LOG.error("What the clock started ended early; it is started again", Fault.of(failure));
			}
		});
	}

}
