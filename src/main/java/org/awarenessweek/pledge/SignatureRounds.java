package org.awarenessweek.pledge;

import java.util.concurrent.TimeUnit;

import jakarta.annotation.PreDestroy;
import org.awarenessweek.site.Rounds;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * When signatures get their mails: at once after they were stored, and every few seconds
 * whatever was left by a node that died. One after the other, each with a commit to wait
 * for: when thousands sign at once, it is the mails that wait and not the people.
 */
@Component
class SignatureRounds {

	private static final int AT_ONCE = 1;

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
