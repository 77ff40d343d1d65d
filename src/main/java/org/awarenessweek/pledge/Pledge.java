package org.awarenessweek.pledge;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
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
import org.jspecify.annotations.Nullable;

/**
 * One promise in one edition by one address, for itself or for an organisation. It holds
 * its place from the first signing, but takes a name only when a {@link Signature} is
 * confirmed from the mailbox, so nobody can fill in or change a pledge by typing its
 * address. Withdrawn, it gives up both place and name.
 */
@Entity
public class Pledge {

	@Id
	private UUID id;

	@Version
	private @Nullable Integer version;

	@ManyToOne(fetch = FetchType.LAZY)
	private Edition edition;

	@Enumerated(EnumType.STRING)
	private PledgeKind kind;

	@Enumerated(EnumType.STRING)
	private PledgeStatus status = PledgeStatus.UNCONFIRMED;

	private @Nullable String addressKey;

	@Embedded
	private @Nullable Signatory signatory;

	private @Nullable String wallWords;

	private boolean hidden;

	private Instant signedAt;

	private @Nullable Instant confirmedAt;

	private @Nullable Instant withdrawnAt;

	/** A place taken for an address, not yet confirmed. */
	Pledge(Edition edition, PledgeKind kind, EmailAddress address, Instant now) {
		this.id = UUID.randomUUID();
		this.edition = edition;
		this.kind = kind;
		this.addressKey = address.normalised();
		this.signedAt = now.truncatedTo(ChronoUnit.MICROS);
	}

	/** For JPA only. */
	@SuppressWarnings("NullAway.Init")
	protected Pledge() {
	}

	/** Takes the name that was confirmed from the mailbox. */
	void confirm(Signatory signatory, Instant now) {
		become(PledgeStatus.CONFIRMED);
		this.signatory = signatory;
		this.confirmedAt = now.truncatedTo(ChronoUnit.MICROS);
		this.wallWords = WallWords.of(shownName(), signatory.organisation(), signatory.otherRole());
	}

	/** Gives up its place, and forgets who signed. */
	void withdraw(Instant now) {
		become(PledgeStatus.WITHDRAWN);
		this.withdrawnAt = now.truncatedTo(ChronoUnit.MICROS);
		forgetSignatory();
	}

	void showName(boolean shown) {
		this.signatory = confirmedSignatory().withNameShown(shown);
	}

	/** Takes it off the wall, whatever its owner says. */
	void hide() {
		confirmedSignatory();
		this.hidden = true;
	}

	void stopHiding() {
		confirmedSignatory();
		this.hidden = false;
	}

	/** Forgets who signed; the pledge goes on counting. */
	void erase() {
		confirmedSignatory();
		forgetSignatory();
	}

	public UUID id() {
		return this.id;
	}

	/** How often it was changed; a form says which version it was made from. */
	public int version() {
		return (this.version != null) ? this.version : 0;
	}

	public Edition edition() {
		return this.edition;
	}

	/** On whose behalf it was signed. */
	public PledgeKind kind() {
		return this.kind;
	}

	/** Whether it counts, or why it does not. */
	public PledgeStatus status() {
		return this.status;
	}

	/** The address whose place it holds, as it is compared. */
	public @Nullable String addressKey() {
		return this.addressKey;
	}

	/**
	 * Who signed: nobody before it is confirmed, after it is withdrawn, or once the
	 * person was erased.
	 */
	public @Nullable Signatory signatory() {
		return this.signatory;
	}

	/**
	 * The name that the wall gives: an organisation's pledge never shows the person who
	 * signed for it.
	 */
	public @Nullable String shownName() {
		if (this.signatory == null) {
			return null;
		}
		return (this.kind == PledgeKind.ORGANISATION) ? this.signatory.organisation() : this.signatory.name();
	}

	/** Whether the team took it off the wall. */
	public boolean hidden() {
		return this.hidden;
	}

	public Instant signedAt() {
		return this.signedAt;
	}

	public @Nullable Instant confirmedAt() {
		return this.confirmedAt;
	}

	public @Nullable Instant withdrawnAt() {
		return this.withdrawnAt;
	}

	private Signatory confirmedSignatory() {
		if (this.status != PledgeStatus.CONFIRMED || this.signatory == null) {
			throw new IllegalStateException("A pledge that names nobody has nobody to show, hide or erase");
		}
		return this.signatory;
	}

	private void forgetSignatory() {
		this.signatory = null;
		this.addressKey = null;
		this.wallWords = null;
	}

	private void become(PledgeStatus next) {
		if (!this.status.mayBecome(next)) {
			throw new IllegalStateException("A pledge does not go from " + this.status + " to " + next);
		}
		this.status = next;
	}

}
