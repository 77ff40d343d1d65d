package org.awarenessweek.door;

import java.time.Duration;

import org.awarenessweek.MovableClock;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

class AttemptLimitTests {

	private final MovableClock clock = new MovableClock();

	private final AttemptLimit limit = new AttemptLimit(2, Duration.ofHours(1), this.clock);

	@Test
	void refusesTheAttemptAfterTheLastAndSaysHowLongToWait() {
		this.limit.count("a");
		this.clock.advance(Duration.ofMinutes(10));
		this.limit.count("a");
		assertThatExceptionOfType(TooManyRequests.class).isThrownBy(() -> this.limit.count("a"))
			.matches((refusal) -> refusal.seconds() == 50 * 60);
	}

	@Test
	void countsEachKeyForItself() {
		this.limit.count("a");
		this.limit.count("a");
		assertThatNoException().isThrownBy(() -> this.limit.count("b"));
	}

	@Test
	void allowsAgainWhenTheWindowHasPassed() {
		this.limit.count("a");
		this.limit.count("a");
		this.clock.advance(Duration.ofHours(1));
		assertThatNoException().isThrownBy(() -> this.limit.count("a"));
	}

	@Test
	void goesOnWhenTheClockIsSetBack() {
		this.limit.count("a");
		this.limit.count("a");
		this.clock.advance(Duration.ofDays(-365));
		assertThatExceptionOfType(TooManyRequests.class).isThrownBy(() -> this.limit.count("a"))
			.matches((refusal) -> refusal.seconds() == 60 * 60);
		this.clock.advance(Duration.ofHours(1));
		assertThatNoException().isThrownBy(() -> this.limit.count("a"));
	}

	@Test
	void forgetsAfterASuccess() {
		this.limit.count("a");
		this.limit.count("a");
		this.limit.forget("a");
		assertThatNoException().isThrownBy(() -> this.limit.count("a"));
	}

}
