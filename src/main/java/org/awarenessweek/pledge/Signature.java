package org.awarenessweek.pledge;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;

/**
 * What was typed into the form once. Each signing has a mail of its own, and only that
 * mail's button puts these details, and no others, into the pledge. Kept for 14 days, so
 * that a repeated click finds its pledge again.
 */
@Entity(name = "PledgeSignature")
class Signature {

	@Id
	private UUID id;

	@Version
	private @Nullable Integer version;

	@ManyToOne(fetch = FetchType.LAZY)
	private Pledge pledge;

	@Embedded
	private Signatory signatory;

	private Instant signedAt;

	Signature(Pledge pledge, Signatory signatory, Instant now) {
		this.id = UUID.randomUUID();
		this.pledge = pledge;
		this.signatory = signatory;
		this.signedAt = now.truncatedTo(ChronoUnit.MICROS);
	}

	/** For JPA only. */
	@SuppressWarnings("NullAway.Init")
	protected Signature() {
	}

	public UUID id() {
		return this.id;
	}

	public Pledge pledge() {
		return this.pledge;
	}

	public Signatory signatory() {
		return this.signatory;
	}

}
