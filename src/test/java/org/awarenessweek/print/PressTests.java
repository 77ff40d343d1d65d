package org.awarenessweek.print;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class PressTests {

	private final Press press = new Press();

	private final AtomicInteger made = new AtomicInteger();

	@Test
	void makesADocumentOnce() {
		byte[] first = this.press.make(List.of("a", 1), this::make);
		assertThat(this.press.make(List.of("a", 1), this::make)).isSameAs(first);
		assertThat(this.made).hasValue(1);
	}

	@Test
	void makesAnotherForAnotherKey() {
		this.press.make(List.of("a", 1), this::make);
		this.press.make(List.of("a", 2), this::make);
		assertThat(this.made).hasValue(2);
	}

	@Test
	void makesItOnceForAllWhoAskAtOnce() throws Exception {
		var everybody = new CountDownLatch(8);
		try (var threads = Executors.newFixedThreadPool(8)) {
			List<CompletableFuture<byte[]>> answers = IntStream.range(0, 8)
				.mapToObj((i) -> CompletableFuture.supplyAsync(() -> {
					meet(everybody);
					return this.press.make("a", this::make);
				}, threads))
				.toList();
			for (CompletableFuture<byte[]> answer : answers) {
				assertThat(answer.get()).isSameAs(answers.getFirst().get());
			}
		}
		assertThat(this.made).hasValue(1);
	}

	@Test
	void makesOneAtATime() throws Exception {
		var everybody = new CountDownLatch(4);
		var atWork = new AtomicInteger();
		var most = new AtomicInteger();
		try (var threads = Executors.newFixedThreadPool(4)) {
			List<CompletableFuture<byte[]>> answers = IntStream.range(0, 4)
				.mapToObj((i) -> CompletableFuture.supplyAsync(() -> {
					meet(everybody);
					return this.press.make(i, () -> {
						most.accumulateAndGet(atWork.incrementAndGet(), Math::max);
						Thread.yield();
						atWork.decrementAndGet();
						return make();
					});
				}, threads))
				.toList();
			for (CompletableFuture<byte[]> answer : answers) {
				answer.get();
			}
		}
		assertThat(most).hasValue(1);
		assertThat(this.made).hasValue(4);
	}

	@Test
	void keepsNoMoreThanThereIsRoomFor() {
		IntStream.range(0, 20).forEach((i) -> this.press.make(i, () -> new byte[16 * 1024 * 1024]));
		assertThat(this.press.bytes()).isLessThanOrEqualTo(48L * 1024 * 1024);
	}

	@Test
	void goesOnAfterOneThatCouldNotBeMade() {
		assertThatIllegalStateException().isThrownBy(() -> this.press.make("a", () -> {
			throw new IllegalStateException("No paper");
		}));
		assertThat(this.press.make("a", this::make)).isNotEmpty();
	}

	private byte[] make() {
		this.made.incrementAndGet();
		return new byte[] { 1 };
	}

	private static void meet(CountDownLatch everybody) {
		everybody.countDown();
		try {
			everybody.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

}
