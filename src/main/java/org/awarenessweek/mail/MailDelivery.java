package org.awarenessweek.mail;

import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import jakarta.annotation.PreDestroy;
import jakarta.mail.SendFailedException;
import org.awarenessweek.site.Rounds;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.core.NestedExceptionUtils;
import org.springframework.data.domain.Limit;
import org.springframework.mail.MailException;
import org.springframework.mail.MailParseException;
import org.springframework.mail.MailPreparationException;
import org.springframework.mail.MailSendException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Delivers mails, each at least once. A mail is taken in one transaction, for longer than
 * any server may keep us waiting, then sent while no transaction is open, then marked in
 * another one. If we die in between, it is taken again and sent with the same
 * {@code Message-ID}. This begins at once after mails were stored, and every few seconds
 * for whatever is due to be tried again or was left by a node that died.
 */
@Service
class MailDelivery {

	private static final Logger LOG = LoggerFactory.getLogger(MailDelivery.class);

	private static final int AT_ONCE = 4;

	/** More than deliver side by side, so that one of them is free. */
	private static final Limit CANDIDATES = Limit.of(32);

	private final OutgoingMails mails;

	private final MailCarrier carrier;

	private final MailSettings settings;

	private final TransactionOperations transactions;

	private final Clock clock;

	private final Rounds rounds = new Rounds("mail", AT_ONCE, this::deliverNext);

	MailDelivery(OutgoingMails mails, MailCarrier carrier, MailSettings settings, TransactionOperations transactions,
			Clock clock) {
		this.mails = mails;
		this.carrier = carrier;
		this.settings = settings;
		this.transactions = transactions;
		this.clock = clock;
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

	/**
	 * Delivers the mail that is due for longest.
	 * @return whether it is worth going on: a mail was due, and the server answered
	 */
	boolean deliverNext() {
		Optional<OutgoingMail> next = take();
		if (next.isEmpty()) {
			return false;
		}
		OutgoingMail mail = next.get();
		try {
			this.carrier.carry(mail);
		}
		catch (RuntimeException ex) {
			Throwable cause = cause(ex);
			LOG.info("Mail {} was not delivered at try {}: {}", mail.id(), mail.tries(), cause.getClass().getName());
			change(mail.id(), (tried) -> markFailed(tried, cause));
			return isThisMailsOwn(ex, cause);
		}
		change(mail.id(), this::markSent);
		return true;
	}

	private Optional<OutgoingMail> take() {
		return Objects.requireNonNull(this.transactions.execute((status) -> {
			Instant now = this.clock.instant();
			Optional<OutgoingMail> next = this.mails.findDue(now, CANDIDATES)
				.stream()
				.flatMap((id) -> this.mails.findByIdAndNextTryAtLessThanEqual(id, now).stream())
				.findFirst();
			next.ifPresent((mail) -> mail.take(now, this.settings.lease()));
			return next;
		}));
	}

	private void change(UUID id, Consumer<OutgoingMail> change) {
		this.transactions.executeWithoutResult((status) -> this.mails.findForChange(id).ifPresent(change));
	}

	private void markFailed(OutgoingMail mail, Throwable cause) {
		mail.failed(reason(cause), this.clock.instant());
		if (mail.status() == MailStatus.GIVEN_UP) {
			LOG.warn("Mail {} was given up; the team can send it again", mail.id());
		}
	}

	private void markSent(OutgoingMail mail) {
		mail.sent(this.clock.instant());
		if (!this.carrier.showsBodies()) {
			mail.erase();
		}
	}

	/**
	 * Whether others may arrive where this one did not: the server refused it, or it
	 * could not even be written.
	 */
	private static boolean isThisMailsOwn(RuntimeException ex, Throwable cause) {
		return cause instanceof SendFailedException || ex instanceof MailPreparationException
				|| ex instanceof MailParseException || !(ex instanceof MailException);
	}

	/**
	 * The server's own words, if there are any: Spring keeps them apart from the causes.
	 */
	private static Throwable cause(RuntimeException ex) {
		if (ex instanceof MailSendException failed && failed.getMessageExceptions().length > 0) {
			return failed.getMessageExceptions()[0];
		}
		return NestedExceptionUtils.getMostSpecificCause(ex);
	}

	private static String reason(Throwable cause) {
		String message = NestedExceptionUtils.getMostSpecificCause(cause).getMessage();
		return ((message != null) ? message : cause.getClass().getSimpleName()).replaceAll("\\p{Cc}+", " ").strip();
	}

}
