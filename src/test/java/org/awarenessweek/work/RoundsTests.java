package org.awarenessweek.work;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.awarenessweek.Background;
import org.awarenessweek.Warnings;
import org.junit.jupiter.api.Test;

import org.springframework.dao.OptimisticLockingFailureException;

import static org.assertj.core.api.Assertions.assertThat;

class RoundsTests {

	@Test
	void lookAgainFourTimesWhereOthersWereFaster() throws InterruptedException {
		var tries = new CountDownLatch(5);
		var rounds = new Rounds("again", 1, () -> {
			tries.countDown();
			if (tries.getCount() > 0) {
				throw new OptimisticLockingFailureException("Somebody was faster");
			}
			return false;
		});
		rounds.begin();
		assertThat(tries.await(Background.PATIENCE.toSeconds(), TimeUnit.SECONDS)).as("five tries").isTrue();
		rounds.close();
	}

	@Test
	void endWhereOthersAreFasterFiveTimes(Warnings warnings) throws InterruptedException {
		var tries = new CountDownLatch(5);
		var rounds = new Rounds("late", 1, () -> {
			assertThat(tries.getCount()).as("tries that are left").isPositive();
			tries.countDown();
			throw new OptimisticLockingFailureException("Somebody was faster");
		});
		rounds.begin();
		assertThat(tries.await(Background.PATIENCE.toSeconds(), TimeUnit.SECONDS)).as("five tries").isTrue();
		rounds.close();
		warnings.expect("A round of late ended early");
	}

}
