package org.awarenessweek;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/** Runs the same thing many times at once. */
public final class AtOnce {

	private AtOnce() {
	}

	/** The results, in the order of their numbers; all must succeed. */
	public static <T> List<T> atOnce(int number, IntFunction<T> action) {
		CountDownLatch start = new CountDownLatch(number);
		try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
			List<Callable<T>> deeds = new ArrayList<>();
			for (int i = 0; i < number; i++) {
				int which = i;
				deeds.add(() -> {
					start.countDown();
					start.await();
					return action.apply(which);
				});
			}
			List<T> results = new ArrayList<>();
			for (Future<T> result : threads.invokeAll(deeds)) {
				results.add(result.get());
			}
			return results;
		}
		catch (InterruptedException | ExecutionException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
