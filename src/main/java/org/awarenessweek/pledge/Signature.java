package org.awarenessweek.pledge;

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
import org.jspecify.annotations.Nullable;

/**
 * What was typed into the form once. It counts for nothing: each signing has a mail of
 * its own, and only that mail's button or code makes a {@link Pledge} of these details,
 * and no others. So nobody can fill in or change a pledge by typing its address.
 */
@Entity(name = "PledgeSignature")
class Signature {

	/** How long the mail's button works, and how long an unconfirmed one is kept. */
	static final Duration TIME_TO_CONFIRM = Duration.ofDays(14);

	/** How soon after it the same comes once more where a button is pressed twice. */
	private static final Duration PRESSED_TWICE = Duration.ofMinutes(1);

	/** How long the page that was open at signing takes the mail's code. */
	static final Duration TIME_FOR_THE_CODE = Duration.ofMinutes(30);

	/** How many codes that page takes. */
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
	 * What was typed.
	 * @param address the address that was typed, which is the signatory's
	 * @param addressKey the keyed hash of its mailbox
	 * @param networkKey the keyed hash of the network that the form came from
	 * @param handle belongs to the page that follows the form
	 */
	Signature(Edition edition, PledgeKind kind, Signatory signatory, EmailAddress address, String addressKey,
			@Nullable String networkKey, Token handle, Instant now) {
		this.id = UUID.randomUUID();
		this.edition = edition;
		this.kind = kind;
		this.signatory = signatory;
		this.addressKey = addressKey;
		this.domain = address.domain();
		this.networkKey = networkKey;
		this.handleHash = handle.hash();
		this.signedAt = now.truncatedTo(ChronoUnit.MICROS);
	}

	/** For JPA only. */
	@SuppressWarnings("NullAway.Init")
	protected Signature() {
	}

	/**
	 * A mail asks to confirm it.
	 * @param codeHash what the site keeps of the code that is in that mail
	 */
	void mailed(String codeHash) {
		become(SignatureStatus.MAILED);
		this.codeHash = codeHash;
	}

	/**
	 * Whether another is this one, sent once more at once: a button was pressed twice.
	 */
	boolean isSentAgainAs(Signature other) {
		return !other.id.equals(this.id) && other.signatory.equals(this.signatory)
				&& Duration.between(this.signedAt, other.signedAt).abs().compareTo(PRESSED_TWICE) < 0;
	}

	/**
	 * Its code is taken by the page of another, which has taken the place of its own and
	 * is gone itself.
	 */
	void isOn(Signature other) {
		this.handleHash = other.handleHash;
	}

	/** Its address has a pledge already. */
	void known() {
		become(SignatureStatus.KNOWN);
	}

	/** Confirmed from its mailbox: it is a pledge from now on. */
	Pledge confirm(String certificateNumber, Instant now) {
		become(SignatureStatus.CONFIRMED);
		return new Pledge(this, certificateNumber, now);
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

	SignatureStatus status() {
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

	/** Where its mail goes. */
	EmailAddress typedAddress() {
		return Objects.requireNonNull(this.signatory.address());
	}

	/** How many codes its page still takes. */
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
