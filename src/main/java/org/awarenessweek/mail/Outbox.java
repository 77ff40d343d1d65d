package org.awarenessweek.mail;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import org.awarenessweek.door.Limits;
import org.awarenessweek.site.NotFound;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Where mails are put. They are stored in the caller's transaction, so a mail goes out
 * exactly if what it is about was stored too; the delivery begins as soon as that is
 * committed.
 */
@Service
public class Outbox {

	private static final Duration A_DAY = Duration.ofDays(1);

	private static final int TURNS = 256;

	private final MailTemplates templates;

	private final OutgoingMails mails;

	private final MailRounds rounds;

	private final Limits limits;

	private final Clock clock;

	Outbox(MailTemplates templates, OutgoingMails mails, MailRounds rounds, Limits limits, Clock clock) {
		this.templates = templates;
		this.mails = mails;
		this.rounds = rounds;
		this.limits = limits;
		this.clock = clock;
	}

	/**
	 * Adds a mail that we send on our own account.
	 * @param to whom it reaches
	 * @param template its name in {@code templates/mail}
	 * @param model what its templates print; they also have {@code site}, {@code english}
	 * and {@code subject}
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void add(EmailAddress to, String template, Map<String, ?> model) {
		store(new OutgoingMail(to, this.templates.write(template, model), false, this.clock.instant()));
	}

	/**
	 * Adds a mail that anybody can cause by typing an address. One that is beyond the
	 * address's daily limit is dropped, and nobody is told.
	 * @param to whom it reaches
	 * @param template its name in {@code templates/mail}
	 * @param model what its templates print; they also have {@code site}, {@code english}
	 * and {@code subject}
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void addOnRequest(EmailAddress to, String template, Map<String, ?> model) {
		Instant now = this.clock.instant();
		if (!this.limits.enabled() || countToday(to, now) < this.limits.mailsPerAddress()) {
			store(new OutgoingMail(to, this.templates.write(template, model), true, now));
		}
	}

	private long countToday(EmailAddress to, Instant now) {
		String address = to.normalised();
		this.mails.lockTurn(Math.floorMod(address.hashCode(), TURNS));
		return this.mails.countByCountsForAndCreatedAtAfter(address, now.minus(A_DAY));
	}

	/**
	 * Sends a mail that was given up once more.
	 * @param id the mail's id
	 * @throws NotFound if there is none that was given up
	 */
	@Transactional
	public void sendAgain(UUID id) {
		OutgoingMail mail = this.mails.findById(id)
			.filter((found) -> found.status() == MailStatus.GIVEN_UP)
			.orElseThrow(NotFound::new);
		mail.sendAgain(this.clock.instant());
		deliverAfterCommit();
	}

	/** Forgets what was sent or given up two weeks ago. */
	@Transactional
	@Scheduled(fixedDelayString = "1h")
	void clear() {
		this.mails.deleteEndedUntil(this.clock.instant().minus(OutgoingMail.KEPT));
	}

	private void store(OutgoingMail mail) {
		this.mails.save(mail);
		deliverAfterCommit();
	}

	private void deliverAfterCommit() {
		TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
			@Override
			public void afterCommit() {
				Outbox.this.rounds.begin();
			}
		});
	}

}
