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
 * A mail to one person, kept until it is delivered: WAITING -> SENT | GIVEN_UP, GIVEN_UP
 * -> WAITING. Its body is erased once it is sent; one that was given up keeps it, so that
 * the team can send it again. All that is left of either is deleted {@link #KEPT 14 days}
 * after its end, or at once with what it is about.
 */
@Entity
public class OutgoingMail {

	/** How long a mail is tried before it is given up. */
	static final Duration PATIENCE = Duration.ofDays(1);

	/** How long a mail is remembered after it was sent or given up. */
	static final Duration KEPT = Duration.ofDays(14);

	private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);

	private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

	private static final int LONGEST_FAILURE = 500;

	@Id
	private UUID id;

	@Version
	private @Nullable Long version;

	private EmailAddress recipient;

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
	 * A mail to be delivered at once.
	 * @param recipient whom it reaches
	 * @param content what it says
	 * @param about the id of what it is deleted with, if there is such a thing
	 * @param now the time
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

	/**
	 * Keeps everybody else's hands off until the lease is over, whatever becomes of the
	 * one who has it.
	 */
	void take(Instant now, Duration lease) {
		require(MailStatus.WAITING);
		this.tries++;
		this.nextTryAt = now.plus(lease);
	}

	/**
	 * It has arrived, whoever else tried to send it: two may have, if the lease of one
	 * ran out on the way.
	 */
	void sent(Instant now) {
		if (this.status != MailStatus.SENT) {
			end(MailStatus.SENT, now);
			this.failure = null;
		}
	}

	/** Erases what it said. */
	void erase() {
		this.textBody = null;
		this.htmlBody = null;
		this.unsubscribeLink = null;
	}

	/**
	 * Tries again after a pause that doubles each time, once more at the last moment,
	 * then gives up. Nothing changes if another has sent it or given it up meanwhile.
	 */
	void failed(String why, Instant now) {
		if (this.status != MailStatus.WAITING) {
			return;
		}
		this.failure = why.substring(0, Math.min(why.length(), LONGEST_FAILURE));
		if (now.isBefore(this.giveUpAt)) {
			Instant next = now.plus(pause());
			this.nextTryAt = next.isBefore(this.giveUpAt) ? next : this.giveUpAt;
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

	public String subject() {
		return this.subject;
	}

	public MailStatus status() {
		return this.status;
	}

	public int tries() {
		return this.tries;
	}

	/** What the mail server, or the way to it, said last. */
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

	/** Where one POST stops such mails (RFC 8058), if anybody would want to. */
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
