package org.awarenessweek.pledge;

import java.util.concurrent.TimeUnit;

import jakarta.annotation.PreDestroy;
import org.awarenessweek.site.Rounds;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * When earlier signatories are asked to renew: at once after the team has begun it, and
 * every few seconds whatever is left.
 */
@Component
class RenewalRounds {

	private final Rounds rounds;

	RenewalRounds(RenewalAsking asking) {
		this.rounds = new Rounds("renewals", 1, asking::askNext);
	}

	@Scheduled(fixedDelay = 5, timeUnit = TimeUnit.SECONDS)
	void begin() {
		this.rounds.begin();
	}

	void beginAfterCommit() {
		this.rounds.beginAfterCommit();
	}

	@PreDestroy
	void stop() {
		this.rounds.close();
	}

}
