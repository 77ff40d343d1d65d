package org.awarenessweek.print;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import org.springframework.web.ErrorResponseException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
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
		var first = new CountDownLatch(1);
		var second = new CountDownLatch(1);
		try (var threads = Executors.newFixedThreadPool(2)) {
			var secondBegan = CompletableFuture.supplyAsync(() -> {
				AtomicBoolean began = new AtomicBoolean();
				this.press.make("first", () -> {
					first.countDown();
					Awaitility.await().until(() -> this.press.waiting() == 1 || second.getCount() == 0);
					began.set(second.getCount() == 0);
					return make();
				});
				return began.get();
			}, threads);
			first.await();
			threads.submit(() -> this.press.make("second", () -> {
				second.countDown();
				return make();
			})).get();
			assertThat(secondBegan.get()).isFalse();
		}
	}

	@Test
	void keepsNothingOfWhatIsOnePersonsAlone() {
		byte[] first = this.press.makeForOne(this::make);
		assertThat(this.press.makeForOne(this::make)).isNotSameAs(first);
		assertThat(this.made).hasValue(2);
		assertThat(this.press.bytes()).isZero();
	}

	@Test
	void makesWhatIsOnePersonsAloneInItsTurn() throws Exception {
		var atWork = new CountDownLatch(1);
		var enough = new CountDownLatch(1);
		try (var threads = Executors.newFixedThreadPool(2)) {
			threads.submit(() -> this.press.makeForOne(() -> {
				atWork.countDown();
				await(enough);
				return make();
			}));
			atWork.await();
			var next = threads.submit(() -> this.press.makeForOne(this::make));
			Awaitility.await().until(() -> this.press.waiting() == 1 || next.isDone());
			boolean inItsTurn = !next.isDone();
			enough.countDown();
			next.get();
			assertThat(inItsTurn).isTrue();
		}
	}

	@Test
	void letsOnlyAFewWait() throws Exception {
		var atWork = new CountDownLatch(1);
		var enough = new CountDownLatch(1);
		try (var threads = Executors.newCachedThreadPool()) {
			threads.submit(() -> this.press.make("first", () -> {
				atWork.countDown();
				await(enough);
				return make();
			}));
			atWork.await();
			IntStream.range(0, 8).forEach((i) -> threads.submit(() -> this.press.make(i, this::make)));
			Awaitility.await().untilAsserted(() -> assertThat(this.press.waiting()).isEqualTo(8));
			assertThatExceptionOfType(ErrorResponseException.class)
				.isThrownBy(() -> this.press.make("one too many", this::make))
				.satisfies((refusal) -> assertThat(refusal.getHeaders().getFirst("Retry-After")).isEqualTo("30"));
			enough.countDown();
		}
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
		await(everybody);
	}

	private static void await(CountDownLatch latch) {
		try {
			latch.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

}
