package org.awarenessweek.storage;

import java.sql.SQLException;

import org.awarenessweek.work.GroupCommit;

/**
 * Runs one sync at a time, which writes to disk what all waiting callers have committed.
 */
class SharedSync {

	/** The SQL state for a commit whose outcome is unknown. */
	private static final String UNKNOWN_OUTCOME = "08007";

	private final GroupCommit<Thread> group;

	SharedSync(Sync sync) {
		this.group = new GroupCommit<>((all) -> sync.run());
	}

	/**
	 * Returns once everything committed before is on disk.
	 * @throws SQLException if it may not be
	 */
	void await() throws SQLException {
		try {
			this.group.await(Thread.currentThread());
		}
		catch (RuntimeException ex) {
			throw new SQLException("What was committed may not be on the disk", UNKNOWN_OUTCOME, ex);
		}
	}

	/** Writes everything committed before to disk. */
	interface Sync {

		void run() throws SQLException;

	}

}
