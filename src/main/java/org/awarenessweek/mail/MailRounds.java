package org.awarenessweek.mail;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import jakarta.annotation.PreDestroy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * When mails are delivered: at once after they were stored, and every few seconds
 * whatever is due to be tried again or was left by a node that died. A few rounds run
 * side by side, on threads of their own, so that a slow mail server keeps nobody else
 * waiting.
 */
@Component
class MailRounds {

	private static final Logger LOG = LoggerFactory.getLogger(MailRounds.class);

	private static final int AT_ONCE = 4;

	private final MailDelivery delivery;

	private final ThreadPoolExecutor threads;

	private volatile boolean stopping;

	MailRounds(MailDelivery delivery) {
		this.delivery = delivery;
		// One round in the queue is enough: it has not looked yet, so it will see every
		// mail stored until now.
		this.threads = new ThreadPoolExecutor(AT_ONCE, AT_ONCE, 1, TimeUnit.MINUTES, new ArrayBlockingQueue<>(1),
				Thread.ofPlatform().name("mail-", 1).daemon().factory(), new ThreadPoolExecutor.DiscardPolicy());
		this.threads.allowCoreThreadTimeOut(true);
	}

	/** Begins a round, unless one is about to begin anyway. */
	@Scheduled(fixedDelay = 15, timeUnit = TimeUnit.SECONDS)
	void begin() {
		this.threads.execute(this::round);
	}

	private void round() {
		try {
			while (!this.stopping && this.delivery.deliverNext()) {
				// The next one, until none is due.
			}
		}
		catch (RuntimeException ex) {
			LOG.error("A round of mails ended early; the next one will go on", ex);
		}
	}

	/** Lets mails under way arrive, so that none is sent twice. */
	@PreDestroy
	void stop() throws InterruptedException {
		this.stopping = true;
		this.threads.shutdown();
		this.threads.awaitTermination(30, TimeUnit.SECONDS);
	}

}
