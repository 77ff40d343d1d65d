package org.awarenessweek.pledge;

import java.util.concurrent.TimeUnit;

import jakarta.annotation.PreDestroy;
import org.awarenessweek.site.Rounds;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * When signatures get their mails: at once after they were stored, and every few seconds
 * whatever was left by a node that died.
 */
@Component
class SignatureRounds {

	private static final int AT_ONCE = 4;

	private final Rounds rounds;

	SignatureRounds(SignatureMailing mailing) {
		this.rounds = new Rounds("signatures", AT_ONCE, mailing::mailNext);
	}

	@Scheduled(fixedDelay = 15, timeUnit = TimeUnit.SECONDS)
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
