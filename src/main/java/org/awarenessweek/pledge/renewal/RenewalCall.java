package org.awarenessweek.pledge.renewal;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapsId;
import jakarta.persistence.Version;
import org.awarenessweek.edition.Edition;
import org.jspecify.annotations.Nullable;

/**
 * The team's request to everybody who signed in an earlier edition to renew in a later
 * one. It goes through their pledges in order and remembers how far it is.
 */
@Entity
public class RenewalCall {

	private static final UUID BEGINNING = new UUID(0, 0);

	@Id
	private UUID editionId;

	@Version
	private @Nullable Integer version;

	@MapsId
	@ManyToOne(fetch = FetchType.LAZY)
	private Edition edition;

	@ManyToOne(fetch = FetchType.LAZY)
	private Edition earlier;

	private UUID askedUntil = BEGINNING;

	private Instant begunAt;

	private @Nullable Instant finishedAt;

	/** Begun just now; nobody has been asked yet. */
	RenewalCall(Edition edition, Edition earlier, Instant now) {
		this.editionId = edition.id();
		this.edition = edition;
		this.earlier = earlier;
		this.begunAt = now.truncatedTo(ChronoUnit.MICROS);
	}

	/** For JPA only. */
	@SuppressWarnings("NullAway.Init")
	protected RenewalCall() {
	}

	/** Starts again, to find those who may be asked by now. */
	void beginAgain() {
		this.askedUntil = BEGINNING;
		this.finishedAt = null;
	}

	/** Saves the progress. */
	void askedUntil(UUID pledge) {
		this.askedUntil = pledge;
	}

	/** Nobody is left to ask. */
	void finish(Instant now) {
		this.finishedAt = now.truncatedTo(ChronoUnit.MICROS);
	}

	/** The edition in which people may renew. */
	Edition edition() {
		return this.edition;
	}

	/** The edition whose signatories are asked. */
	public Edition earlier() {
		return this.earlier;
	}

	UUID askedUntil() {
		return this.askedUntil;
	}

	public Instant begunAt() {
		return this.begunAt;
	}

	public @Nullable Instant finishedAt() {
		return this.finishedAt;
	}

}
