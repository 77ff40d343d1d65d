package org.awarenessweek.pledge.burst;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.jspecify.annotations.Nullable;

/**
 * Where and when pledges came in: from one source, within one period.
 *
 * @param source what they have in common
 * @param key the domain, or the network's keyed hash, which no page shows; {@code null}
 * once it is forgotten
 * @param from the first moment
 * @param until the moment after the last
 */
@Embeddable
record BurstWindow(@Enumerated(EnumType.STRING) @Column(name = "source") Source source,
		@Column(name = "source_key") @Nullable String key, @Column(name = "signed_from") Instant from,
		@Column(name = "signed_until") Instant until) {

	/** In words: the domain, or that it is one network. */
	public String words() {
		return (this.source == Source.DOMAIN && this.key != null) ? this.key : "one network";
	}

	BurstWindow forgetNetwork() {
		return (this.source == Source.NETWORK) ? new BurstWindow(this.source, null, this.from, this.until) : this;
	}

	/** What many pledges may have in common. */
	enum Source {

		/** The network that the form came from. */
		NETWORK("network_key"),

		/** The domain of the address. */
		DOMAIN("domain");

		private final String column;

		Source(String column) {
			this.column = column;
		}

		/** The column in both tables. */
		String column() {
			return this.column;
		}

	}

}
