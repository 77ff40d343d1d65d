package org.awarenessweek.watch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * A question to the database that is asked in a thread of its own, once at a time, so
 * that nobody who wants the answer waits for long, however the database is.
 *
 * @param <T> the answer
 */
final class Question<T> {

	private final Supplier<T> asking;

	private final Duration patience;

	private final Duration freshness;

	private final Clock clock;

	private @Nullable Asked<T> last;

	/**
	 * @param patience how long is waited for the answer
	 * @param freshness how long an answer, or that there was none, holds
	 */
	Question(Supplier<T> asking, Duration patience, Duration freshness, Clock clock) {
		this.asking = asking;
		this.patience = patience;
		this.freshness = freshness;
		this.clock = clock;
	}

	/** The answer, if it came in time. */
	Optional<T> answer() {
		Asked<T> asked = ask();
		try {
			long left = this.patience.toNanos() - (System.nanoTime() - asked.since());
			return Optional.of(asked.answer().get(Math.max(0, left), TimeUnit.NANOSECONDS));
		}
		catch (TimeoutException | ExecutionException ex) {
			return Optional.empty();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return Optional.empty();
		}
	}

	private synchronized Asked<T> ask() {
		Instant now = this.clock.instant();
		Asked<T> asked = this.last;
		if (asked == null || asked.answer().isDone() && !isFresh(asked, now)) {
			asked = new Asked<>(now, System.nanoTime(),
					CompletableFuture.supplyAsync(this.asking, Thread::startVirtualThread));
			this.last = asked;
		}
		return asked;
	}

	private boolean isFresh(Asked<T> asked, Instant now) {
		return !now.isBefore(asked.at()) && now.isBefore(asked.at().plus(this.freshness));
	}

	private record Asked<T>(Instant at, long since, CompletableFuture<T> answer) {
	}

}
