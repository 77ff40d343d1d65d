package org.awarenessweek.mail;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;

/**
 * An email to one person: WAITING -> SENT | GIVEN_UP, GIVEN_UP -> WAITING. Its body is
 * erased once it is sent, but kept if it is given up, so that the team can send it again.
 * The row is deleted {@link #KEPT 14 days} later, or at once with the thing it is about.
 */
@Entity
public class OutgoingMail {

	/** How long delivery is tried before the email is given up. */
	static final Duration PATIENCE = Duration.ofDays(1);

	/**
	 * How much longer the mail server itself may be away: in all the four to five days of
	 * RFC 5321, section 4.5.4.1.
	 */
	static final Duration OUTAGE = Duration.ofDays(4);

	/** How long an email is kept after it was sent or given up. */
	static final Duration KEPT = Duration.ofDays(14);

	/** Before these, what an outage has made too old is not given up. */
	private static final int FEWEST_TRIES = 5;

	private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);

	static final Duration LONGEST_PAUSE = Duration.ofHours(1);

	private static final int LONGEST_FAILURE = 500;

	@Id
	private UUID id;

	@Version
	private @Nullable Long version;

	private EmailAddress recipient;

	private @Nullable EmailAddress replyTo;

	private String subject;

	private @Nullable String textBody;

	private @Nullable String htmlBody;

	private @Nullable String unsubscribeLink;

	private @Nullable UUID about;

	@Enumerated(EnumType.STRING)
	private MailStatus status;

	private int tries;

	private @Nullable String failure;

	private Instant createdAt;

	private @Nullable Instant nextTryAt;

	private Instant giveUpAt;

	private @Nullable Instant endedAt;

	/**
	 * An email to be delivered at once.
	 * @param recipient the address it goes to
	 * @param content its subject and body
	 * @param about the id of the thing it is deleted with, if any
	 * @param now the current time
	 */
	OutgoingMail(EmailAddress recipient, MailContent content, @Nullable UUID about, Instant now) {
		this.id = UUID.randomUUID();
		this.recipient = recipient;
		this.subject = content.subject();
		this.textBody = content.text();
		this.htmlBody = content.html();
		this.unsubscribeLink = content.unsubscribeLink();
		this.about = about;
		this.status = MailStatus.WAITING;
		this.createdAt = now;
		this.nextTryAt = now;
		this.giveUpAt = now.plus(PATIENCE);
	}

	@SuppressWarnings("NullAway.Init")
	protected OutgoingMail() {
	}

	/** Has answers go to someone else than the week. */
	OutgoingMail answeredBy(EmailAddress address) {
		this.replyTo = address;
		return this;
	}

	/** Claims the email until the lease is over, even if the claiming node dies. */
	void take(Instant now, Duration lease) {
		require(MailStatus.WAITING);
		this.tries++;
		this.nextTryAt = now.plus(lease);
	}

	/**
	 * Marks it as sent. Two nodes may have sent it, if the lease of one ran out during
	 * delivery.
	 */
	void sent(Instant now) {
		if (this.status != MailStatus.SENT) {
			end(MailStatus.SENT, now);
			this.failure = null;
		}
	}

	/** Erases the body, and who answers go to. */
	void erase() {
		this.replyTo = null;
		this.textBody = null;
		this.htmlBody = null;
		this.unsubscribeLink = null;
	}

	/**
	 * Schedules a retry after a pause that doubles each time, with one last try at the
	 * deadline, then gives up; after an outage there are some tries all the same. Does
	 * nothing if another node has sent it or given it up meanwhile.
	 */
	void failed(String why, Instant now) {
		if (this.status == MailStatus.WAITING) {
			retry(why, now, pause(), (this.tries < FEWEST_TRIES) ? this.giveUpAt.plus(OUTAGE) : this.giveUpAt);
		}
	}

	/**
	 * Schedules a retry as {@link #failed} does, but gives up as late as {@link #heldUp}:
	 * the mail server refuses everyone.
	 */
	void refusedLikeAll(String why, Instant now) {
		if (this.status == MailStatus.WAITING) {
			retry(why, now, pause(), this.giveUpAt.plus(OUTAGE));
		}
	}

	/**
	 * Schedules a retry soon, whatever was tried before, because nothing speaks against
	 * this email: the mail server is away. It is given up days later than it would be.
	 */
	void heldUp(String why, Instant now) {
		if (this.status == MailStatus.WAITING) {
			this.tries--;
			retry(why, now, FIRST_PAUSE, this.giveUpAt.plus(OUTAGE));
		}
	}

	private void retry(String why, Instant now, Duration pause, Instant deadline) {
		this.failure = why.substring(0, Math.min(why.length(), LONGEST_FAILURE));
		if (now.isBefore(deadline)) {
			Instant next = now.plus(pause);
			this.nextTryAt = next.isBefore(deadline) ? next : deadline;
		}
		else {
			end(MailStatus.GIVEN_UP, now);
		}
	}

	void sendAgain(Instant now) {
		require(MailStatus.GIVEN_UP);
		this.status = MailStatus.WAITING;
		this.tries = 0;
		this.nextTryAt = now;
		this.giveUpAt = now.plus(PATIENCE);
		this.endedAt = null;
	}

	private Duration pause() {
		Duration doubled = FIRST_PAUSE.multipliedBy(1L << Math.min(this.tries - 1, 10));
		return (doubled.compareTo(LONGEST_PAUSE) < 0) ? doubled : LONGEST_PAUSE;
	}

	private void end(MailStatus end, Instant now) {
		this.status = end;
		this.nextTryAt = null;
		this.endedAt = now;
	}

	private void require(MailStatus required) {
		if (this.status != required) {
			throw new IllegalStateException("This mail is " + this.status);
		}
	}

	public UUID id() {
		return this.id;
	}

	public EmailAddress recipient() {
		return this.recipient;
	}

	/** Who answers go to, if not to the week. */
	@Nullable EmailAddress replyTo() {
		return this.replyTo;
	}

	public String subject() {
		return this.subject;
	}

	public MailStatus status() {
		return this.status;
	}

	public int tries() {
		return this.tries;
	}

	/** The last error from the mail server or the connection to it. */
	public @Nullable String failure() {
		return this.failure;
	}

	public Instant createdAt() {
		return this.createdAt;
	}

	public @Nullable Instant nextTryAt() {
		return this.nextTryAt;
	}

	/** When it was sent or given up. */
	public @Nullable Instant endedAt() {
		return this.endedAt;
	}

	/** Whether it still has its body. */
	boolean readable() {
		return this.textBody != null && this.htmlBody != null;
	}

	String textBody() {
		return present(this.textBody);
	}

	String htmlBody() {
		return present(this.htmlBody);
	}

	/** Where a POST unsubscribes from such emails (RFC 8058), if that applies. */
	@Nullable String unsubscribeLink() {
		return this.unsubscribeLink;
	}

	private static String present(@Nullable String body) {
		if (body == null) {
			throw new IllegalStateException("The body of this mail was erased");
		}
		return body;
	}

}
