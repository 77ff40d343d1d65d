package org.awarenessweek.mail;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;

import org.awarenessweek.site.NotFound;
import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.Limit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where mails are put. They are stored in the caller's transaction, so a mail goes out
 * exactly if what it is about was stored too; the delivery begins as soon as that is
 * committed.
 */
@Service
public class Outbox {

	private static final Limit MANY = Limit.of(500);

	private final MailTemplates templates;

	private final OutgoingMails mails;

	private final MailDelivery delivery;

	private final MailRequests requests;

	private final Clock clock;

	Outbox(MailTemplates templates, OutgoingMails mails, MailDelivery delivery, MailRequests requests, Clock clock) {
		this.templates = templates;
		this.mails = mails;
		this.delivery = delivery;
		this.requests = requests;
		this.clock = clock;
	}

	/**
	 * Adds a mail that we send on our own account.
	 * @param to whom it reaches
	 * @param template its name in {@code templates/mail}
	 * @param model what its templates print; they also have {@code site}, {@code english}
	 * and {@code subject}. {@code unsubscribePath} is where one POST stops such mails
	 * (RFC 8058): each that is no answer to something its reader did has it
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void add(EmailAddress to, String template, Map<String, ?> model) {
		store(to, null, template, model);
	}

	/**
	 * The same, of a mail that is to be forgotten with what it is about.
	 * @param about the id to {@link #forget} it by
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void add(EmailAddress to, UUID about, String template, Map<String, ?> model) {
		store(to, about, template, model);
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
		if (this.requests.allow(to)) {
			store(to, null, template, model);
		}
	}

	/**
	 * The same, of a mail that is to be forgotten with what it is about.
	 * @param about the id to {@link #forget} it by
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void addOnRequest(EmailAddress to, UUID about, String template, Map<String, ?> model) {
		if (this.requests.allow(to)) {
			store(to, about, template, model);
		}
	}

	/**
	 * The same, of a mail that is sent once however often it is asked for within ten
	 * minutes: whoever presses a button twice wants one.
	 * @param what what it is about, as in {@code event-confirm} and an id
	 * @return false if the address has had its share of the day, and so gets nothing
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public boolean addOnce(EmailAddress to, String what, String template, Map<String, ?> model) {
		MailRequests.Verdict verdict = this.requests.ask(to, what);
		if (verdict == MailRequests.Verdict.SEND) {
			store(to, null, template, model);
		}
		return verdict != MailRequests.Verdict.TOO_MANY;
	}

	/**
	 * Whether many mails are due already, so that one more which nobody waits for had
	 * better come later.
	 */
	@Transactional(readOnly = true)
	public boolean busy() {
		return this.mails.findDue(this.clock.instant(), MANY).size() == MANY.max();
	}

	/**
	 * Deletes all mails about something, those that still wait too. They go on counting
	 * towards the daily limit.
	 * @param about its id
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void forget(UUID about) {
		this.mails.deleteAbout(about);
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
		this.delivery.beginAfterCommit();
	}

	/** Forgets what was sent or given up two weeks ago, and what counted yesterday. */
	@Transactional
	@Scheduled(fixedDelayString = "1h")
	void clear() {
		this.mails.deleteEndedUntil(this.clock.instant().minus(OutgoingMail.KEPT));
		this.requests.clear();
	}

	private void store(EmailAddress to, @Nullable UUID about, String template, Map<String, ?> model) {
		this.mails.save(new OutgoingMail(to, this.templates.write(template, model), about, this.clock.instant()));
		this.delivery.beginAfterCommit();
	}

}
