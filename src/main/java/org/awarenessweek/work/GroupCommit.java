package org.awarenessweek.work;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Runs one commit at a time for all who wait, because a commit for many costs little more
 * than one. A caller that arrives during a commit waits for the next, which is sure to
 * cover its item; the first such caller runs it for the group. Callers do the work
 * themselves, so no background thread can die. A commit that fails, fails for its own
 * group only.
 *
 * @param <T> what each caller brings
 */
public final class GroupCommit<T> {

	private final Work<T> work;

	private final Lock underWay = new ReentrantLock();

	private final Object gate = new Object();

	private Group<T> next = new Group<>();

	/**
	 * @param work commits the items of a group
	 */
	public GroupCommit(Work<T> work) {
		this.work = work;
	}

	/**
	 * Returns once this item is committed.
	 * @throws RuntimeException if the commit failed with one; any other failure is
	 * wrapped in a {@link CompletionException}
	 */
	public void await(T one) {
		Group<T> group;
		boolean first;
		synchronized (this.gate) {
			group = this.next;
			first = group.all.isEmpty();
			group.all.add(one);
		}
		if (first) {
			run(group);
		}
		try {
			group.end.join();
		}
		catch (CompletionException ex) {
			throw (ex.getCause() instanceof RuntimeException failure) ? failure : ex;
		}
	}

	private void run(Group<T> group) {
		this.underWay.lock();
		try {
			// Lets callers about to arrive join
			Thread.yield();
			synchronized (this.gate) {
				this.next = new Group<>();
			}
			this.work.run(group.all);
			group.end.complete(null);
		}
		catch (Throwable ex) {
			group.end.completeExceptionally(ex);
		}
		finally {
			this.underWay.unlock();
		}
	}

	/**
	 * Commits for a group.
	 *
	 * @param <T> what each caller brings
	 */
	public interface Work<T> {

		/**
		 * Commits all items.
		 * @param all the items, in order of arrival
		 */
		void run(List<T> all) throws Exception;

	}

	private static final class Group<T> {

		private final List<T> all = new ArrayList<>();

		private final CompletableFuture<Void> end = new CompletableFuture<>();

	}

}
