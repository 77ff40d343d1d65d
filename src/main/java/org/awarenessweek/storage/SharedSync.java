package org.awarenessweek.storage;

import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * One sync at a time, shared by all who wait for one. Whoever comes while a sync is under
 * way waits for the next, since only that one is sure to cover what they committed; the
 * first of them runs it for all. There is no thread that could die: those who wait do the
 * work, and a sync that fails, fails for all who waited for it and for nobody else.
 */
class SharedSync {

	/** The SQL state for a commit of which nobody knows what became of it. */
	private static final String UNKNOWN_OUTCOME = "08007";

	private final Sync sync;

	private final Lock underWay = new ReentrantLock();

	private final Object gate = new Object();

	private Round next = new Round();

	SharedSync(Sync sync) {
		this.sync = sync;
	}

	/**
	 * Returns when everything that was committed before is on the disk.
	 * @throws SQLException if it may not be
	 */
	void await() throws SQLException {
		Round round;
		boolean first;
		synchronized (this.gate) {
			round = this.next;
			first = !round.begun;
			round.begun = true;
		}
		if (first) {
			run(round);
		}
		try {
			round.end.join();
		}
		catch (CompletionException ex) {
			throw new SQLException("What was committed may not be on the disk", UNKNOWN_OUTCOME, ex.getCause());
		}
	}

	private void run(Round round) {
		this.underWay.lock();
		try {
			synchronized (this.gate) {
				this.next = new Round();
			}
			this.sync.run();
			round.end.complete(null);
		}
		catch (Throwable ex) {
			round.end.completeExceptionally(ex);
		}
		finally {
			this.underWay.unlock();
		}
	}

	/** Brings everything that was committed before onto the disk. */
	interface Sync {

		void run() throws SQLException;

	}

	private static final class Round {

		private final CompletableFuture<Void> end = new CompletableFuture<>();

		private boolean begun;

	}

}
