package org.awarenessweek.work;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

import org.awarenessweek.Background;
import org.awarenessweek.Warnings;
import org.junit.jupiter.api.Test;

import org.springframework.dao.OptimisticLockingFailureException;

import static org.assertj.core.api.Assertions.assertThat;

class BackgroundWorkTests {

	@Test
	void lookAgainFourTimesWhereOthersWereFaster() throws InterruptedException {
		var tries = new CountDownLatch(5);
		var work = work("again", () -> {
			tries.countDown();
			if (tries.getCount() > 0) {
				throw new OptimisticLockingFailureException("Someone was faster");
			}
			return false;
		});
		work.begin();
		assertThat(tries.await(Background.PATIENCE.toSeconds(), TimeUnit.SECONDS)).as("five tries").isTrue();
		work.close();
	}

	@Test
	void endWhereOthersAreFasterFiveTimes(Warnings warnings) throws InterruptedException {
		var tries = new CountDownLatch(5);
		var work = work("late", () -> {
			assertThat(tries.getCount()).as("tries that are left").isPositive();
			tries.countDown();
			throw new OptimisticLockingFailureException("Someone was faster");
		});
		work.begin();
		assertThat(tries.await(Background.PATIENCE.toSeconds(), TimeUnit.SECONDS)).as("five tries").isTrue();
		work.close();
		warnings.expect("A round of late ended early");
	}

	private static BackgroundWork work(String name, BooleanSupplier piece) {
		return new BackgroundWork(name, 1, Duration.ofDays(1)) {
			@Override
			protected boolean doNext() {
				return piece.getAsBoolean();
			}
		};
	}

}
