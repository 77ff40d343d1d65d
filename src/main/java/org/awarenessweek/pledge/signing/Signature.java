package org.awarenessweek.pledge.signing;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Version;
import org.awarenessweek.edition.Edition;
import org.awarenessweek.mail.EmailAddress;
import org.awarenessweek.mail.Token;
import org.awarenessweek.pledge.Pledge;
import org.awarenessweek.pledge.PledgeDetails;
import org.awarenessweek.pledge.PledgeKind;
import org.awarenessweek.pledge.Signatory;
import org.jspecify.annotations.Nullable;

/**
 * One submission of the form. It counts for nothing by itself: each gets its own email,
 * and only that email's button or code turns exactly these details into a {@link Pledge}.
 * So nobody can fill in or change a pledge by typing its address.
 */
@Entity(name = "PledgeSignature")
public class Signature {

	/** How long the email's button works, and an unconfirmed signature is kept. */
	static final Duration TIME_TO_CONFIRM = Duration.ofDays(14);

	/** Within this time, an identical submission counts as a double click. */
	private static final Duration PRESSED_TWICE = Duration.ofMinutes(1);

	/** How long the page shown after signing takes the email's code. */
	static final Duration TIME_FOR_THE_CODE = Duration.ofMinutes(30);

	/** How many tries that page allows. */
	static final int TRIES = 5;

	@Id
	private UUID id;

	@Version
	private @Nullable Integer version;

	@ManyToOne(fetch = FetchType.LAZY)
	private Edition edition;

	@Enumerated(EnumType.STRING)
	private PledgeKind kind;

	@Enumerated(EnumType.STRING)
	private SignatureStatus status = SignatureStatus.NEW;

	private String addressKey;

	private String domain;

	private @Nullable String networkKey;

	@Embedded
	private Signatory signatory;

	private @Nullable String handleHash;

	private @Nullable String codeHash;

	@Column(insertable = false, updatable = false)
	private int tries;

	private Instant signedAt;

	/**
	 * Stores what was typed, to be confirmed.
	 * @param details what was typed, with an address
	 * @param handle belongs to the page that follows the form
	 */
	Signature(PledgeDetails details, Token handle) {
		this.id = UUID.randomUUID();
		this.edition = details.edition();
		this.kind = details.kind();
		this.signatory = details.signatory();
		this.addressKey = details.addressKey();
		this.domain = details.domain();
		this.networkKey = details.networkKey();
		this.handleHash = handle.hash();
		this.signedAt = details.signedAt().truncatedTo(ChronoUnit.MICROS);
	}

	/** For JPA only. */
	@SuppressWarnings("NullAway.Init")
	protected Signature() {
	}

	/**
	 * An email asks to confirm it.
	 * @param codeHash the keyed hash of the code in that email
	 */
	void mailed(String codeHash) {
		become(SignatureStatus.MAILED);
		this.codeHash = codeHash;
	}

	/** Whether another is this submission, sent again by a double click. */
	boolean isSentAgainAs(Signature other) {
		return !other.id.equals(this.id) && other.signatory.equals(this.signatory)
				&& Duration.between(this.signedAt, other.signedAt).abs().compareTo(PRESSED_TWICE) < 0;
	}

	/**
	 * Moves to the page of a later duplicate, which is deleted: that page now takes this
	 * one's code.
	 */
	void moveToPageOf(Signature other) {
		this.handleHash = other.handleHash;
	}

	/** Its address has a pledge already. */
	void markKnown() {
		become(SignatureStatus.KNOWN);
	}

	/** Confirmed from its mailbox: a pledge begins with its details. */
	PledgeDetails confirm() {
		become(SignatureStatus.CONFIRMED);
		return details();
	}

	/** The details as typed. */
	PledgeDetails details() {
		return new PledgeDetails(this.edition, this.kind, this.addressKey, this.domain, this.networkKey, this.signatory,
				this.signedAt);
	}

	public UUID id() {
		return this.id;
	}

	public Edition edition() {
		return this.edition;
	}

	/** On whose behalf it is signed. */
	public PledgeKind kind() {
		return this.kind;
	}

	public SignatureStatus status() {
		return this.status;
	}

	/** Whether it may still become a pledge. */
	boolean waits() {
		return this.status.mayBecome(SignatureStatus.CONFIRMED);
	}

	String addressKey() {
		return this.addressKey;
	}

	String domain() {
		return this.domain;
	}

	@Nullable String networkKey() {
		return this.networkKey;
	}

	public Signatory signatory() {
		return this.signatory;
	}

	/** Where its email goes. */
	EmailAddress typedAddress() {
		return Objects.requireNonNull(this.signatory.address());
	}

	/** How many tries its page has left. */
	int triesLeft(Instant now) {
		return this.signedAt.plus(TIME_FOR_THE_CODE).isAfter(now) ? TRIES - this.tries : 0;
	}

	@Nullable String handleHash() {
		return this.handleHash;
	}

	@Nullable String codeHash() {
		return this.codeHash;
	}

	public Instant signedAt() {
		return this.signedAt;
	}

	private void become(SignatureStatus next) {
		if (!this.status.mayBecome(next)) {
			throw new IllegalStateException("A signature does not go from " + this.status + " to " + next);
		}
		this.status = next;
	}

}
