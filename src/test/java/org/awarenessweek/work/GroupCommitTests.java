package org.awarenessweek.work;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class GroupCommitTests {

	private final AtomicInteger commits = new AtomicInteger();

	@Test
	void oneCommitServesAllWhoWait() throws Exception {
		List<Integer> committed = new ArrayList<>();
		GroupCommit<Integer> group = new GroupCommit<>((all) -> {
			this.commits.incrementAndGet();
			LockSupport.parkNanos(5_000_000);
			committed.addAll(all);
		});
		try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
			var waiting = IntStream.range(0, 1000)
				.mapToObj((number) -> people.submit(() -> group.await(number)))
				.toList();
			for (Future<?> one : waiting) {
				one.get();
			}
		}
		assertThat(committed).containsExactlyInAnyOrderElementsOf(IntStream.range(0, 1000).boxed().toList());
		assertThat(this.commits.get()).isBetween(1, 100);
	}

	@Test
	void whoeverComesDuringACommitWaitsForTheNext() throws Exception {
		CountDownLatch firstIsUnderWay = new CountDownLatch(1);
		CountDownLatch firstMayEnd = new CountDownLatch(1);
		GroupCommit<String> group = new GroupCommit<>((all) -> {
			if (this.commits.incrementAndGet() == 1) {
				firstIsUnderWay.countDown();
				firstMayEnd.await();
			}
		});
		try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
			Future<?> early = people.submit(() -> group.await("early"));
			firstIsUnderWay.await();
			Future<?> late = people.submit(() -> group.await("late"));
			assertThat(late.isDone()).isFalse();
			firstMayEnd.countDown();
			early.get();
			late.get();
		}
		assertThat(this.commits).hasValue(2);
	}

	@Test
	void everyoneIsCoveredByACommitThatBeganAfterTheyCame() throws Exception {
		Set<Integer> committed = ConcurrentHashMap.newKeySet();
		GroupCommit<Integer> group = new GroupCommit<>((all) -> {
			Thread.yield();
			committed.addAll(all);
		});
		try (ExecutorService people = Executors.newFixedThreadPool(16)) {
			var covered = IntStream.range(0, 5000).mapToObj((number) -> people.submit(() -> {
				group.await(number);
				return committed.contains(number);
			})).toList();
			for (Future<Boolean> one : covered) {
				assertThat(one.get()).isTrue();
			}
		}
	}

	@Test
	void aFailureReachesAllOfTheGroup() throws Exception {
		CountDownLatch firstIsUnderWay = new CountDownLatch(1);
		CountDownLatch firstMayEnd = new CountDownLatch(1);
		GroupCommit<String> group = new GroupCommit<>((all) -> {
			if (all.contains("first")) {
				firstIsUnderWay.countDown();
				firstMayEnd.await();
			}
			else {
				throw new IllegalStateException("in a test");
			}
		});
		try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
			Future<?> first = people.submit(() -> group.await("first"));
			firstIsUnderWay.await();
			var others = IntStream.range(0, 10)
				.mapToObj((number) -> people.submit(() -> group.await("other")))
				.toList();
			firstMayEnd.countDown();
			first.get();
			for (Future<?> one : others) {
				assertThatExceptionOfType(ExecutionException.class).isThrownBy(one::get)
					.withCauseInstanceOf(IllegalStateException.class);
			}
		}
	}

	@Test
	void aFailureReachesThoseWhoWaitedAndNobodyElse() {
		GroupCommit<String> group = new GroupCommit<>((all) -> {
			if (this.commits.incrementAndGet() == 1) {
				throw new IllegalStateException("in a test");
			}
		});
		assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> group.await("early"));
		group.await("late");
		assertThat(this.commits).hasValue(2);
	}

	@Test
	void whateverElseItFailsWithIsTheCause() {
		GroupCommit<String> group = new GroupCommit<>((all) -> {
			throw new IOException("no space left on device");
		});
		assertThatExceptionOfType(CompletionException.class).isThrownBy(() -> group.await("one"))
			.withCauseInstanceOf(IOException.class);
	}

	@Test
	void notEvenAnErrorKeepsAnybodyWaiting() {
		GroupCommit<String> group = new GroupCommit<>((all) -> {
			throw new OutOfMemoryError("in a test");
		});
		assertThatExceptionOfType(CompletionException.class).isThrownBy(() -> group.await("one"));
		assertThatExceptionOfType(CompletionException.class).isThrownBy(() -> group.await("another"));
	}

}
