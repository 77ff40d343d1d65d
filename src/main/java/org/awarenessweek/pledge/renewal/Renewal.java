package org.awarenessweek.pledge.renewal;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Version;
import org.awarenessweek.edition.Edition;
import org.awarenessweek.pledge.Pledge;
import org.jspecify.annotations.Nullable;

/**
 * Records that a pledge's owner was asked, once, to renew it in a later edition, and what
 * came of it.
 */
@Entity
public class Renewal {

	/** The pledge of the earlier edition. */
	@Id
	private UUID pledgeId;

	@Version
	private @Nullable Integer version;

	@ManyToOne(fetch = FetchType.LAZY)
	private Edition edition;

	private Instant askedAt;

	private @Nullable Instant renewedAt;

	private @Nullable UUID renewedId;

	/** Asked just now. */
	Renewal(UUID pledge, Edition edition, Instant now) {
		this.pledgeId = pledge;
		this.edition = edition;
		this.askedAt = now.truncatedTo(ChronoUnit.MICROS);
	}

	/** For JPA only. */
	@SuppressWarnings("NullAway.Init")
	protected Renewal() {
	}

	/** The later edition has a pledge, made by the email's button. */
	void renewed(Pledge renewed) {
		if (this.renewedId != null) {
			throw new IllegalStateException("A pledge is renewed once");
		}
		this.renewedId = renewed.id();
		this.renewedAt = renewed.confirmedAt();
	}

	/** The pledge of the earlier edition. */
	public UUID pledgeId() {
		return this.pledgeId;
	}

	/** The edition in which the pledge may be renewed. */
	public Edition edition() {
		return this.edition;
	}

	public Instant askedAt() {
		return this.askedAt;
	}

	public @Nullable Instant renewedAt() {
		return this.renewedAt;
	}

	/** The new pledge, if any. */
	@Nullable UUID renewedId() {
		return this.renewedId;
	}

}
