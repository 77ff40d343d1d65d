package org.awarenessweek.mail;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;

import org.awarenessweek.site.NotFound;
import org.awarenessweek.work.AfterCommit;
import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.Limit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Queues emails. They are stored in the caller's transaction, so an email is sent if and
 * only if the change it reports is committed; delivery starts right after the commit.
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
	 * Adds an email that the site sends of its own accord.
	 * @param to the recipient
	 * @param template its name in {@code templates/mail}
	 * @param model the templates' variables, besides {@code site}, {@code english} and
	 * {@code subject}. {@code unsubscribePath} is where a POST unsubscribes (RFC 8058);
	 * every email that does not answer an action of its reader has it
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void add(EmailAddress to, String template, Map<String, ?> model) {
		store(to, null, template, model);
	}

	/**
	 * The same for an email that is deleted with the thing it is about.
	 * @param about the id for {@link #forget}
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void add(EmailAddress to, UUID about, String template, Map<String, ?> model) {
		store(to, about, template, model);
	}

	/**
	 * Adds an email that anyone can request by typing an address. Beyond the address's
	 * daily limit it is silently dropped.
	 * @param to the recipient
	 * @param template its name in {@code templates/mail}
	 * @param model the templates' variables, besides {@code site}, {@code english} and
	 * {@code subject}
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void addOnRequest(EmailAddress to, String template, Map<String, ?> model) {
		if (this.requests.allow(to)) {
			store(to, null, template, model);
		}
	}

	/**
	 * The same for an email that is deleted with the thing it is about.
	 * @param about the id for {@link #forget}
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void addOnRequest(EmailAddress to, UUID about, String template, Map<String, ?> model) {
		if (this.requests.allow(to)) {
			store(to, about, template, model);
		}
	}

	/**
	 * The same for an email that is sent once, however often it is requested within ten
	 * minutes, so that pressing a button twice sends one.
	 * @param what what it is about, such as {@code event-confirm} and an id
	 * @return false if the address has reached its daily limit, so nothing is sent
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
	 * Whether many emails are due already. One that nobody is waiting for should then be
	 * sent later.
	 */
	@Transactional(readOnly = true)
	public boolean busy() {
		return this.mails.findDue(this.clock.instant(), MANY).size() == MANY.max();
	}

	/**
	 * Deletes all emails about something, including those still waiting. They still count
	 * towards the daily limit.
	 * @param about its id
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void forget(UUID about) {
		this.mails.deleteAbout(about);
	}

	/**
	 * Tries again to send an email that was given up.
	 * @param id the email's id
	 * @throws NotFound if no such email was given up
	 */
	@Transactional
	public void sendAgain(UUID id) {
		OutgoingMail mail = this.mails.findById(id)
			.filter((found) -> found.status() == MailStatus.GIVEN_UP)
			.orElseThrow(NotFound::new);
		mail.sendAgain(this.clock.instant());
		AfterCommit.run(this.delivery::begin);
	}

	/** Deletes emails that ended two weeks ago, and requests older than a day. */
	@Transactional
	@Scheduled(fixedDelayString = "1h")
	void clear() {
		this.mails.deleteEndedUntil(this.clock.instant().minus(OutgoingMail.KEPT));
		this.requests.clear();
	}

	private void store(EmailAddress to, @Nullable UUID about, String template, Map<String, ?> model) {
		this.mails.save(new OutgoingMail(to, this.templates.write(template, model), about, this.clock.instant()));
		AfterCommit.run(this.delivery::begin);
	}

}
