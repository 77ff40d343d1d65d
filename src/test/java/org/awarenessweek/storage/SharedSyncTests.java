package org.awarenessweek.storage;

import java.io.IOException;
import java.sql.SQLException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@Timeout(30)
class SharedSyncTests {

	private final AtomicInteger syncs = new AtomicInteger();

	@Test
	void oneSyncServesAllWhoWait() throws Exception {
		SharedSync shared = new SharedSync(() -> {
			this.syncs.incrementAndGet();
			LockSupport.parkNanos(5_000_000);
		});
		try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
			var waiting = IntStream.range(0, 1000).mapToObj((number) -> people.submit(() -> await(shared))).toList();
			for (Future<?> one : waiting) {
				one.get();
			}
		}
		assertThat(this.syncs.get()).isBetween(1, 100);
	}

	@Test
	void whoeverComesDuringASyncWaitsForTheNext() throws Exception {
		CountDownLatch firstIsUnderWay = new CountDownLatch(1);
		CountDownLatch firstMayEnd = new CountDownLatch(1);
		SharedSync shared = new SharedSync(() -> {
			if (this.syncs.incrementAndGet() == 1) {
				firstIsUnderWay.countDown();
				await(firstMayEnd);
			}
		});
		try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
			Future<?> early = people.submit(() -> await(shared));
			firstIsUnderWay.await();
			Future<?> late = people.submit(() -> await(shared));
			assertThat(late.isDone()).isFalse();
			firstMayEnd.countDown();
			early.get();
			late.get();
		}
		assertThat(this.syncs).hasValue(2);
	}

	@Test
	void everyoneIsCoveredByASyncThatBeganAfterTheyCame() throws Exception {
		AtomicInteger committed = new AtomicInteger();
		AtomicInteger onDisk = new AtomicInteger();
		SharedSync shared = new SharedSync(() -> {
			int seen = committed.get();
			Thread.yield();
			onDisk.set(seen);
		});
		try (ExecutorService people = Executors.newFixedThreadPool(16)) {
			var covered = IntStream.range(0, 5000).mapToObj((number) -> people.submit(() -> {
				int mine = committed.incrementAndGet();
				await(shared);
				return onDisk.get() >= mine;
			})).toList();
			for (Future<Boolean> one : covered) {
				assertThat(one.get()).isTrue();
			}
		}
	}

	@Test
	void aFailureReachesThoseWhoWaitedAndNobodyElse() throws Exception {
		SharedSync shared = new SharedSync(() -> {
			if (this.syncs.incrementAndGet() == 1) {
				throw new SQLException(new IOException("no space left on device"));
			}
		});
		assertThatExceptionOfType(SQLException.class).isThrownBy(shared::await)
			.satisfies((failure) -> assertThat(failure.getSQLState()).isEqualTo("08007"));
		shared.await();
		assertThat(this.syncs).hasValue(2);
	}

	@Test
	void notEvenAnErrorKeepsAnybodyWaiting() {
		SharedSync shared = new SharedSync(() -> {
			throw new OutOfMemoryError("in a test");
		});
		assertThatExceptionOfType(SQLException.class).isThrownBy(shared::await);
		assertThatExceptionOfType(SQLException.class).isThrownBy(shared::await);
	}

	private static void await(SharedSync shared) {
		try {
			shared.await();
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static void await(CountDownLatch latch) {
		try {
			latch.await();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
