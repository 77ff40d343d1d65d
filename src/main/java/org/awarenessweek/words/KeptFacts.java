package org.awarenessweek.words;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import org.awarenessweek.site.SiteFacts;
import org.jspecify.annotations.Nullable;

/** The facts as the team wrote them last: one row. */
@Entity
class KeptFacts {

	static final int ONLY = 1;

	@Id
	private int id = ONLY;

	@Version
	private @Nullable Integer version;

	@Embedded
	private SiteFacts facts;

	KeptFacts(SiteFacts facts) {
		this.facts = facts;
	}

	@SuppressWarnings("NullAway.Init")
	protected KeptFacts() {
	}

	/** How often they were changed; a form based on an older version is refused. */
	int version() {
		return (this.version != null) ? this.version : 0;
	}

	SiteFacts facts() {
		return this.facts;
	}

	void replace(SiteFacts others) {
		this.facts = others;
	}

}
