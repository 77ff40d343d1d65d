package org.awarenessweek.mail;

import java.util.concurrent.TimeUnit;

import jakarta.annotation.PreDestroy;
import org.awarenessweek.site.Rounds;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * When mails are delivered: at once after they were stored, and every few seconds
 * whatever is due to be tried again or was left by a node that died.
 */
@Component
class MailRounds {

	private static final int AT_ONCE = 4;

	private final Rounds rounds;

	MailRounds(MailDelivery delivery) {
		this.rounds = new Rounds("mail", AT_ONCE, delivery::deliverNext);
	}

	/** Begins a round of what is due. */
	@Scheduled(fixedDelay = 15, timeUnit = TimeUnit.SECONDS)
	void begin() {
		this.rounds.begin();
	}

	/** The same, once the caller's transaction is committed. */
	void beginAfterCommit() {
		this.rounds.beginAfterCommit();
	}

	/** Lets mails under way arrive, so that none is sent twice. */
	@PreDestroy
	void stop() {
		this.rounds.close();
	}

}
