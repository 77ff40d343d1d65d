package org.awarenessweek.door;

import java.time.Clock;
import java.time.Duration;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;

/**
 * Limits attempts per key within a time window, with a token bucket for each key in a
 * bounded memory cache. It counts on this node alone, by the {@link Clock}.
 */
public final class AttemptLimit {

	private static final int KEYS_KEPT = 100_000;

	private final Cache<String, Bucket> buckets;

	private final int attempts;

	private final Duration window;

	private final TimeMeter meter;

	/**
	 * @param attempts how many are allowed
	 * @param window the time window
	 * @param clock the real time
	 */
	public AttemptLimit(int attempts, Duration window, Clock clock) {
		this.attempts = attempts;
		this.window = window;
		this.meter = new ClockMeter(clock);
		this.buckets = Caffeine.newBuilder().maximumSize(KEYS_KEPT).build();
	}

	/**
	 * Counts one attempt.
	 * @param key who makes it
	 * @throws TooManyRequests when the key has none left
	 */
	public void count(String key) {
		var probe = this.buckets.get(key, (unused) -> newBucket()).tryConsumeAndReturnRemaining(1);
		if (!probe.isConsumed()) {
			throw new TooManyRequests(Duration.ofNanos(probe.getNanosToWaitForRefill()));
		}
	}

	/** Resets the key's count, as after a success. */
	public void forget(String key) {
		this.buckets.invalidate(key);
	}

	private Bucket newBucket() {
		return Bucket.builder()
			.addLimit((limit) -> limit.capacity(this.attempts).refillIntervally(this.attempts, this.window))
			.withCustomTimePrecision(this.meter)
			.build();
	}

	/** Goes on when the clock is set back: nobody waits for it to catch up. */
	private static final class ClockMeter implements TimeMeter {

		private final Clock clock;

		private long latest;

		private long setBack;

		private ClockMeter(Clock clock) {
			this.clock = clock;
			this.latest = clock.millis();
		}

		@Override
		public synchronized long currentTimeNanos() {
			long now = this.clock.millis();
			this.setBack += Math.max(0, this.latest - now);
			this.latest = now;
			return (now + this.setBack) * 1_000_000;
		}

		@Override
		public boolean isWallClockBased() {
			return true;
		}

	}

}
