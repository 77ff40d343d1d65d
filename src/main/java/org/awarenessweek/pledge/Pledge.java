package org.awarenessweek.pledge;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.UUID;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Version;
import org.awarenessweek.edition.Edition;
import org.jspecify.annotations.Nullable;

/**
 * One promise in one edition from one mailbox, by a person or an organisation. It begins
 * when a signature is confirmed, and takes its id. Withdrawal removes its address key and
 * signatory. Only {@link PledgeChanges} changes it.
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
	private PledgeStatus status = PledgeStatus.CONFIRMED;

	private @Nullable String addressKey;

	private @Nullable String domain;

	private @Nullable String networkKey;

	@Embedded
	private @Nullable Signatory signatory;

	private String certificateNumber;

	private boolean hidden;

	private @Nullable UUID setAsideId;

	private Instant signedAt;

	private Instant confirmedAt;

	private @Nullable Instant withdrawnAt;

	/** A pledge just confirmed from its mailbox. */
	Pledge(UUID id, PledgeDetails details, String certificateNumber, Instant now) {
		this.id = id;
		this.edition = details.edition();
		this.kind = details.kind();
		this.addressKey = details.addressKey();
		this.domain = details.domain();
		this.networkKey = details.networkKey();
		this.signatory = details.signatory();
		this.certificateNumber = certificateNumber;
		this.signedAt = details.signedAt();
		this.confirmedAt = now.truncatedTo(ChronoUnit.MICROS);
	}

	/** For JPA only. */
	@SuppressWarnings("NullAway.Init")
	protected Pledge() {
	}

	/** Frees its mailbox, and forgets who signed. */
	void withdraw(Instant now) {
		become(PledgeStatus.WITHDRAWN);
		this.withdrawnAt = now.truncatedTo(ChronoUnit.MICROS);
		this.setAsideId = null;
		this.addressKey = null;
		forgetSignatory();
	}

	void showName(boolean shown) {
		this.signatory = confirmedSignatory().withNameShown(shown);
	}

	/** Replaces the owner's details; the address must stay the same. */
	void correct(Signatory corrected) {
		if (!Objects.equals(confirmedSignatory().address(), corrected.address())) {
			throw new IllegalArgumentException("An address is confirmed, not corrected");
		}
		this.signatory = corrected;
	}

	/**
	 * The pledge of the same person in a later edition. What the team has hidden stays
	 * hidden.
	 */
	Pledge renew(Edition later, String newCertificateNumber, Instant now) {
		Signatory owner = confirmedSignatory();
		if (!counts() || this.addressKey == null || this.domain == null || owner.address() == null) {
			throw new IllegalStateException("Only a pledge that counts, and whose owner we know, is renewed");
		}
		Pledge renewed = new Pledge(UUID.randomUUID(), new PledgeDetails(later, this.kind, this.addressKey, this.domain,
				null, owner, now.truncatedTo(ChronoUnit.MICROS)), newCertificateNumber, now);
		renewed.hidden = this.hidden;
		return renewed;
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

	/**
	 * Stops counting it for now, and takes it off the wall. A pledge that names nobody
	 * cannot be set aside: the totals would not know its role and country.
	 * @param batch the batch, which gives the reason
	 */
	void setAside(UUID batch) {
		confirmedSignatory();
		if (this.setAsideId != null) {
			throw new IllegalStateException("It is set aside already");
		}
		this.setAsideId = batch;
	}

	/**
	 * Counts it again, even if its person has since been erased: the totals dropped their
	 * role and country when it was set aside.
	 */
	void bringBack() {
		if (this.setAsideId == null) {
			throw new IllegalStateException("It is not set aside");
		}
		this.setAsideId = null;
	}

	/**
	 * Forgets who signed. The pledge still counts and keeps its address key, so that
	 * nobody counts twice.
	 */
	void erase() {
		confirmedSignatory();
		forgetSignatory();
	}

	/** Forgets the owner's email address; the name stays. */
	void forgetAddress() {
		this.signatory = confirmedSignatory().withoutAddress();
		this.domain = null;
	}

	/** Forgets the network that it came from. */
	void forgetNetwork() {
		this.networkKey = null;
	}

	public UUID id() {
		return this.id;
	}

	/** Rises with every change; a form carries the version it shows. */
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

	/** Whether it is confirmed or withdrawn. */
	public PledgeStatus status() {
		return this.status;
	}

	/** Whether it is in the count: confirmed, not withdrawn, not set aside. */
	public boolean counts() {
		return this.status == PledgeStatus.CONFIRMED && this.setAsideId == null;
	}

	/** The batch in which it was set aside, if any. */
	public @Nullable UUID setAsideId() {
		return this.setAsideId;
	}

	/** Whether the team excludes it for now. */
	public boolean setAside() {
		return this.setAsideId != null;
	}

	/** Whether it counts and still names its owner. */
	public boolean showable() {
		return counts() && this.signatory != null;
	}

	/** Whether its name is shown: owner and team both allow it. */
	public boolean onWall() {
		return counts() && this.signatory != null && this.signatory.nameShown() && !this.hidden;
	}

	/** The keyed hash of its mailbox; none once withdrawn. */
	public @Nullable String addressKey() {
		return this.addressKey;
	}

	/** The keyed hash of the network from which it was signed. */
	public @Nullable String networkKey() {
		return this.networkKey;
	}

	/** Who signed; nobody once it is withdrawn or the person erased. */
	public @Nullable Signatory signatory() {
		return this.signatory;
	}

	/** The name on the wall; an organisation's pledge never shows who signed for it. */
	public @Nullable String shownName() {
		if (this.signatory == null) {
			return null;
		}
		return (this.kind == PledgeKind.ORGANISATION) ? this.signatory.organisation() : this.signatory.name();
	}

	/** The number on its certificate, which reveals nothing about the owner. */
	public String certificateNumber() {
		return this.certificateNumber;
	}

	/** The same, in the form that people read and type. */
	public CertificateNumber certificate() {
		return new CertificateNumber(this.certificateNumber);
	}

	/** Whether the team took it off the wall. */
	public boolean hidden() {
		return this.hidden;
	}

	public Instant signedAt() {
		return this.signedAt;
	}

	public Instant confirmedAt() {
		return this.confirmedAt;
	}

	public @Nullable Instant withdrawnAt() {
		return this.withdrawnAt;
	}

	/** The state that followers see. */
	PledgeState state() {
		return new PledgeState(counts(), onWall(), this.signatory, this.addressKey);
	}

	private Signatory confirmedSignatory() {
		if (this.status != PledgeStatus.CONFIRMED || this.signatory == null) {
			throw new IllegalStateException("A pledge that names nobody has nobody to show, hide or erase");
		}
		return this.signatory;
	}

	private void forgetSignatory() {
		this.signatory = null;
		this.domain = null;
		this.networkKey = null;
	}

	private void become(PledgeStatus next) {
		if (!this.status.mayBecome(next)) {
			throw new IllegalStateException("A pledge does not go from " + this.status + " to " + next);
		}
		this.status = next;
	}

}
