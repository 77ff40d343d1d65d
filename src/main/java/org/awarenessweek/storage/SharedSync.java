package org.awarenessweek.storage;

import java.sql.SQLException;

import org.awarenessweek.site.GroupCommit;

/**
 * One sync at a time, which brings onto the disk what all who wait for it have committed.
 */
class SharedSync {

	/** The SQL state for a commit of which nobody knows what became of it. */
	private static final String UNKNOWN_OUTCOME = "08007";

	private final GroupCommit<Thread> group;

	SharedSync(Sync sync) {
		this.group = new GroupCommit<>((all) -> sync.run());
	}

	/**
	 * Returns when everything that was committed before is on the disk.
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

	/** Brings everything that was committed before onto the disk. */
	interface Sync {

		void run() throws SQLException;

	}

}
