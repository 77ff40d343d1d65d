package org.awarenessweek.site;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * One commit at a time, shared by all who wait for one: what costs nearly the same for
 * many as for one is done once for many. Whoever comes while a commit is under way waits
 * for the next, since only that one is sure to cover what they bring; the first of them
 * runs it for all. There is no thread that could die: those who wait do the work, and a
 * commit that fails, fails for all who waited for it and for nobody else.
 *
 * @param <T> what each of them brings
 */
public final class GroupCommit<T> {

	private final Work<T> work;

	private final Lock underWay = new ReentrantLock();

	private final Object gate = new Object();

	private Group<T> next = new Group<>();

	/**
	 * Has committed nothing yet.
	 * @param work commits what all of a group bring
	 */
	public GroupCommit(Work<T> work) {
		this.work = work;
	}

	/**
	 * Returns when this is committed.
	 * @throws RuntimeException the one with which the commit failed; a
	 * {@link CompletionException} of whatever else it failed with
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
			// Those who are about to come are taken along
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
	 * @param <T> what each of the group brings
	 */
	public interface Work<T> {

		/**
		 * Commits for all of them.
		 * @param all what they bring, in the order in which they came
		 */
		void run(List<T> all) throws Exception;

	}

	private static final class Group<T> {

		private final List<T> all = new ArrayList<>();

		private final CompletableFuture<Void> end = new CompletableFuture<>();

	}

}
