package org.awarenessweek.mail;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.regex.Pattern;

import org.awarenessweek.mail.MailCarrier.MailServerAway;
import org.awarenessweek.mail.Outbox.Outage;
import org.awarenessweek.work.BackgroundWork;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.core.NestedExceptionUtils;
import org.springframework.data.domain.Limit;
import org.springframework.mail.MailSendException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Delivers emails, each at least once. One transaction claims an email with a lease. The
 * email is then sent outside any transaction, however long its server keeps us waiting,
 * and another one records the result. If the node dies in between, the lease runs out,
 * and the email is claimed again and sent with the same {@code Message-ID}. Delivery
 * starts as soon as emails are stored, and every few seconds for those due for a retry or
 * left by a dead node.
 */
@Service
class MailDelivery extends BackgroundWork {

	private static final Logger LOG = LoggerFactory.getLogger(MailDelivery.class);

	private static final int AT_ONCE = 4;

	/** More than the parallel deliveries, so that at least one is not locked. */
	private static final Limit CANDIDATES = Limit.of(32);

	/** How often a lease is renewed in its time, so that one may be late. */
	private static final int RENEWALS = 3;

	/**
	 * So many recipients in a row whom the server refuses are no fault of theirs: it may
	 * not know the site, or wants to be left alone for a while.
	 */
	private static final int MOST_REFUSED = 20;

	private static final Pattern ADDRESS = Pattern.compile("[^\\s<]+@[^\\s>]+");

	private final AtomicInteger refused = new AtomicInteger();

	private final AtomicReference<@Nullable Outage> outage = new AtomicReference<>();

	private final OutgoingMails mails;

	private final MailCarrier carrier;

	private final MailSettings settings;

	private final TransactionOperations transactions;

	private final Clock clock;

	private volatile boolean begunByItself;

	/** Those that this node is delivering. */
	private final Set<UUID> underWay = ConcurrentHashMap.newKeySet();

	MailDelivery(OutgoingMails mails, MailCarrier carrier, MailSettings settings, TransactionOperations transactions,
			Clock clock) {
		super("mail", AT_ONCE, settings.lease().dividedBy(RENEWALS));
		this.mails = mails;
		this.carrier = carrier;
		this.settings = settings;
		this.transactions = transactions;
		this.clock = clock;
	}

	/** Keeps what is being delivered from other nodes. */
	@Override
	protected void beginByItself() {
		Set<UUID> delivered = Set.copyOf(this.underWay);
		if (!delivered.isEmpty()) {
			Instant until = this.clock.instant().plus(this.settings.lease());
			this.transactions.executeWithoutResult((status) -> this.mails.renew(delivered, until));
		}
		this.begunByItself = true;
		begin();
	}

	/**
	 * Delivers the email that has been due longest.
	 * @return whether to continue: an email was due, and the server takes emails
	 */
	@Override
	protected boolean doNext() {
		if (this.begunByItself) {
			this.begunByItself = false;
			bringForward();
		}
		Optional<OutgoingMail> next = take();
		if (next.isEmpty()) {
			return false;
		}
		OutgoingMail mail = next.get();
		try {
			carry(mail);
		}
		catch (MailServerAway ex) {
			holdUp(mail, cause(ex), OutgoingMail::heldUp);
			return false; // where no email gets through, no other is tried at once
		}
		catch (RuntimeException ex) {
			Throwable cause = cause(ex);
			if (ex instanceof MailSendException && isRefusedLikeAll(mail)) {
				holdUp(mail, cause, OutgoingMail::refusedLikeAll);
				return true; // each after a pause of its own, so that none is in the way
								// of one that is taken
			}
			LOG.info("Mail {} was not delivered at try {}: {}", mail.id(), mail.tries(), cause.getClass().getName());
			change(mail.id(), (tried) -> markFailed(tried, cause));
			return true;
		}
		this.refused.set(0);
		endOutage();
		change(mail.id(), this::markSent);
		return true;
	}

	/** One that is refused again and again counts once. */
	private boolean isRefusedLikeAll(OutgoingMail mail) {
		return ((mail.tries() == 1) ? this.refused.incrementAndGet() : this.refused.get()) > MOST_REFUSED;
	}

	private void holdUp(OutgoingMail mail, Throwable cause, HoldUp how) {
		Outage began = new Outage(this.clock.instant(), reason(cause));
		if (this.outage.compareAndSet(null, began)) {
			LOG.warn("The mail server takes no emails: {}. They wait, and are tried until it does",
					ADDRESS.matcher(began.reason()).replaceAll("(an address)"));
		}
		change(mail.id(), (tried) -> {
			how.holdUp(tried, began.reason(), this.clock.instant());
			logIfGivenUp(tried);
		});
	}

	private void endOutage() {
		Outage over = this.outage.getAndSet(null);
		if (over != null) {
			LOG.info("The mail server takes emails again, after {} minutes",
					Duration.between(over.since(), this.clock.instant()).toMinutes());
		}
	}

	/** Since when the mail server takes no emails of this node, and why, if so. */
	@Nullable Outage outage() {
		return this.outage.get();
	}

	/** A clock that was ahead and is right again has put emails off for too long. */
	private void bringForward() {
		Instant now = this.clock.instant();
		Instant latest = now.plus(OutgoingMail.LONGEST_PAUSE).plus(this.settings.lease());
		this.transactions.executeWithoutResult((status) -> this.mails.bringForward(now, latest));
	}

	private void carry(OutgoingMail mail) {
		this.underWay.add(mail.id());
		try {
			this.carrier.carry(mail);
		}
		finally {
			this.underWay.remove(mail.id());
		}
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
		logIfGivenUp(mail);
	}

	private static void logIfGivenUp(OutgoingMail mail) {
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

	/** The server's own error, if there is one: Spring keeps it apart from the causes. */
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

	/** How an email waits for a mail server that takes none. */
	private interface HoldUp {

		void holdUp(OutgoingMail mail, String why, Instant now);

	}

}
