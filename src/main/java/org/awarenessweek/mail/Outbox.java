package org.awarenessweek.mail;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import org.awarenessweek.mail.text.Email;
import org.awarenessweek.mail.text.EmailValues;
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

	private final MailWriter writer;

	private final OutgoingMails mails;

	private final MailDelivery delivery;

	private final MailRequests requests;

	private final Clock clock;

	Outbox(MailWriter writer, OutgoingMails mails, MailDelivery delivery, MailRequests requests, Clock clock) {
		this.writer = writer;
		this.mails = mails;
		this.delivery = delivery;
		this.requests = requests;
		this.clock = clock;
	}

	/**
	 * Adds an email that the site sends of its own accord. One that does not answer an
	 * act of its reader knows where to stop such emails.
	 * @param to the recipient
	 * @param values all that the email knows
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void add(EmailAddress to, Email email, EmailValues values) {
		store(to, null, email, values);
	}

	/**
	 * The same for an email that is deleted with the thing it is about.
	 * @param about the id for {@link #forget}
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void add(EmailAddress to, UUID about, Email email, EmailValues values) {
		store(to, about, email, values);
	}

	/**
	 * Adds an email that anyone can request by typing an address. Beyond the address's
	 * daily limit for this kind of email it is silently dropped.
	 * @param to the recipient
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void addOnRequest(EmailAddress to, Email email, EmailValues values) {
		if (this.requests.allow(to, email.address())) {
			store(to, null, email, values);
		}
	}

	/**
	 * The same for an email that is deleted with the thing it is about.
	 * @param about the id for {@link #forget}
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void addOnRequest(EmailAddress to, UUID about, Email email, EmailValues values) {
		if (this.requests.allow(to, email.address())) {
			store(to, about, email, values);
		}
	}

	/**
	 * The same for an email that is sent once, however often it is requested within ten
	 * minutes, so that pressing a button twice sends one.
	 * @param what what it is about, such as {@code event-confirm} and an id
	 * @return whether it is sent, and if not, why
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public Answer addOnce(EmailAddress to, String what, Email email, EmailValues values) {
		Answer answer = this.requests.ask(to, email.address(), what);
		if (answer == Answer.SENT) {
			store(to, null, email, values);
		}
		return answer;
	}

	/**
	 * The same for what a visitor writes to somebody, who answers them directly. It is
	 * written in any case, so that the time it takes tells nobody whether it is sent.
	 * @param from who answers go to
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public Answer addOnce(EmailAddress to, String what, EmailAddress from, Email email, EmailValues values) {
		OutgoingMail mail = new OutgoingMail(to, this.writer.write(email, values), null, this.clock.instant())
			.answeredBy(from);
		Answer answer = this.requests.ask(to, email.address(), what);
		if (answer == Answer.SENT) {
			save(mail);
		}
		return answer;
	}

	/**
	 * Whether many emails are due already. One that nobody is waiting for should then be
	 * sent later.
	 */
	@Transactional(readOnly = true)
	public boolean busy() {
		return this.mails.findDue(this.clock.instant(), MANY).size() == MANY.max();
	}

	/** Since when the mail server takes no emails, and why, if so. */
	public @Nullable Outage outage() {
		return this.delivery.outage();
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
	 * Deletes all emails to an address or from one, including those still waiting, and
	 * what was counted of it.
	 * @return how many emails
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public int forget(EmailAddress address) {
		this.requests.forget(address);
		try (Stream<OutgoingMails.Addressed> all = this.mails.addressed()) {
			List<UUID> found = all.filter((mail) -> mail.isWith(address.mailbox()))
				.map(OutgoingMails.Addressed::id)
				.toList();
			found.forEach(this.mails::deleteById);
			return found.size();
		}
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

	private void store(EmailAddress to, @Nullable UUID about, Email email, EmailValues values) {
		save(new OutgoingMail(to, this.writer.write(email, values), about, this.clock.instant()));
	}

	private void save(OutgoingMail mail) {
		this.mails.save(mail);
		AfterCommit.run(this.delivery::begin);
	}

	/**
	 * The mail server takes no emails: all wait.
	 *
	 * @param since when that was first found, on this node
	 * @param reason in the server's words, or those of the connection to it
	 */
	public record Outage(Instant since, String reason) {
	}

	/** What becomes of an email that somebody requested. */
	public enum Answer {

		/** It is on its way. */
		SENT,
		/** It was sent within the last ten minutes, so it is not sent again. */
		SENT_JUST_NOW,
		/** The address has reached its daily limit. */
		TOO_MANY

	}

}
