package org.awarenessweek.pledge;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.UUID;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityListeners;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import org.awarenessweek.edition.Edition;
import org.awarenessweek.page.OnPublicPages;
import org.jspecify.annotations.Nullable;

/**
 * One promise in one edition from one mailbox, for itself or for an organisation. It
 * begins when a {@link Signature} is confirmed, whose id it takes. Withdrawn, it gives up
 * both place and name.
 */
@OnPublicPages(newOnesLater = true)
@Entity
@EntityListeners({ WallLines.class, SearchWords.class })
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

	@Transient
	private @Nullable Signatory listed;

	@Transient
	private @Nullable Signatory found;

	/** What was confirmed from the mailbox. */
	Pledge(Signature signature, String certificateNumber, Instant now) {
		this.id = signature.id();
		this.edition = signature.edition();
		this.kind = signature.kind();
		this.addressKey = signature.addressKey();
		this.domain = signature.domain();
		this.networkKey = signature.networkKey();
		this.signatory = signature.signatory();
		this.certificateNumber = certificateNumber;
		this.signedAt = signature.signedAt();
		this.confirmedAt = now.truncatedTo(ChronoUnit.MICROS);
	}

	/** What its owner pledges once more; what the team hides stays hidden. */
	private Pledge(Pledge earlier, Edition edition, String certificateNumber, Instant now) {
		this.id = UUID.randomUUID();
		this.edition = edition;
		this.kind = earlier.kind;
		this.addressKey = earlier.addressKey;
		this.domain = earlier.domain;
		this.signatory = earlier.signatory;
		this.hidden = earlier.hidden;
		this.certificateNumber = certificateNumber;
		this.signedAt = now.truncatedTo(ChronoUnit.MICROS);
		this.confirmedAt = this.signedAt;
	}

	/** For JPA only. */
	@SuppressWarnings("NullAway.Init")
	protected Pledge() {
	}

	/** Gives up its place, and forgets who signed. */
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

	/** Takes what its owner says of themselves now; the address stays as it is. */
	void correct(Signatory corrected) {
		if (!Objects.equals(confirmedSignatory().address(), corrected.address())) {
			throw new IllegalArgumentException("An address is confirmed, not corrected");
		}
		this.signatory = corrected;
	}

	/** The pledge of the same person in a later edition. */
	Pledge renew(Edition later, String newCertificateNumber, Instant now) {
		if (!counts() || confirmedSignatory().address() == null) {
			throw new IllegalStateException("Only a pledge that counts, and whose owner we know, is renewed");
		}
		return new Pledge(this, later, newCertificateNumber, now);
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
	 * Does not count it for now, and takes it off the wall. What names nobody any more
	 * stays as it is: the totals would not know which role and country to leave out.
	 * @param batch why, and with which others
	 */
	void setAside(UUID batch) {
		confirmedSignatory();
		if (this.setAsideId != null) {
			throw new IllegalStateException("It is set aside already");
		}
		this.setAsideId = batch;
	}

	/**
	 * Lets it count again, also when its person was erased meanwhile: the totals left out
	 * their role and country when it was set aside.
	 */
	void bringBack() {
		if (this.setAsideId == null) {
			throw new IllegalStateException("It is not set aside");
		}
		this.setAsideId = null;
	}

	/**
	 * Forgets who signed; the pledge goes on counting, and keeps its place, so that
	 * nobody counts twice.
	 */
	void erase() {
		confirmedSignatory();
		forgetSignatory();
	}

	/** Forgets where its owner's mails go; whom it names stays. */
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

	/** Whether it is in the count: confirmed, not withdrawn, not set aside. */
	public boolean counts() {
		return this.status == PledgeStatus.CONFIRMED && this.setAsideId == null;
	}

	/** The batch that it was set aside in, if it was. */
	@Nullable UUID setAsideId() {
		return this.setAsideId;
	}

	/** Whether the team does not count it for now. */
	public boolean setAside() {
		return this.setAsideId != null;
	}

	/** Whether its owner has something to show: it counts, and still names them. */
	public boolean showable() {
		return counts() && this.signatory != null;
	}

	/** Whether its name is shown: as its owner and the team say. */
	public boolean onWall() {
		return counts() && this.signatory != null && this.signatory.nameShown() && !this.hidden;
	}

	/** The keyed hash of the mailbox whose place it holds. */
	public @Nullable String addressKey() {
		return this.addressKey;
	}

	/** The keyed hash of the network from which it was signed. */
	public @Nullable String networkKey() {
		return this.networkKey;
	}

	/**
	 * Who signed: nobody after it is withdrawn, or once the person was erased.
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

	/** What is printed on its certificate; it says nothing of whom it names. */
	public String certificateNumber() {
		return this.certificateNumber;
	}

	/** The same as its owner reads it, and whoever checks it. */
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

	/** By whom the wall lists it at present; nobody while it is not there. */
	@Nullable Signatory listed() {
		return this.listed;
	}

	void list(@Nullable Signatory shown) {
		this.listed = shown;
	}

	/** By whose words the team finds it at present. */
	@Nullable Signatory found() {
		return this.found;
	}

	void find(@Nullable Signatory named) {
		this.found = named;
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
