package org.awarenessweek.pledge.deed;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Version;
import org.awarenessweek.pledge.Pledge;
import org.jspecify.annotations.Nullable;

/**
 * What somebody says they did, in one sentence, exactly as typed. Only its writer sees it
 * until the team shows it. It is deleted once its pledge names nobody.
 */
@Entity
public class Deed {

	@Id
	private UUID id;

	@Version
	private @Nullable Integer version;

	@ManyToOne(fetch = FetchType.LAZY)
	private Pledge pledge;

	private String words;

	@Enumerated(EnumType.STRING)
	private DeedStatus status = DeedStatus.WAITING;

	private Instant saidAt;

	private @Nullable String reason;

	/** A new deed, waiting for the team. */
	public Deed(Pledge pledge, String words, Instant now) {
		this.id = UUID.randomUUID();
		this.pledge = pledge;
		this.words = words;
		this.saidAt = now.truncatedTo(ChronoUnit.MICROS);
	}

	/** For JPA only. */
	@SuppressWarnings("NullAway.Init")
	protected Deed() {
	}

	void show() {
		become(DeedStatus.SHOWN);
		this.reason = null;
	}

	/**
	 * Hides it from everybody but its writer.
	 * @param because what its writer is told
	 */
	void decline(String because) {
		become(DeedStatus.DECLINED);
		this.reason = because;
	}

	public UUID id() {
		return this.id;
	}

	/** Rises with every change; a form carries the version it shows. */
	public int version() {
		return (this.version != null) ? this.version : 0;
	}

	/** The writer's pledge. */
	public Pledge pledge() {
		return this.pledge;
	}

	public String words() {
		return this.words;
	}

	public DeedStatus status() {
		return this.status;
	}

	public Instant saidAt() {
		return this.saidAt;
	}

	/** Why the team does not show it. */
	public @Nullable String reason() {
		return this.reason;
	}

	private void become(DeedStatus next) {
		if (!this.status.mayBecome(next)) {
			throw new IllegalStateException("A deed does not go from " + this.status + " to " + next);
		}
		this.status = next;
	}

}
