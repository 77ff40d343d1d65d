package org.awarenessweek.impact;

import java.time.Clock;
import java.util.Optional;

import org.awarenessweek.edition.Edition;
import org.awarenessweek.page.Pages;
import org.awarenessweek.site.NotFound;
import org.awarenessweek.site.StaleForm;
import org.awarenessweek.team.TeamRecords;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The team says what a week achieved. Each act is recorded. */
@Service
@Transactional
class ImpactEditing {

	/** The version of what nobody wrote yet. */
	static final int NONE = -1;

	private final Impacts impacts;

	private final ImpactCounting counting;

	private final TeamRecords records;

	private final Pages pages;

	private final Clock clock;

	ImpactEditing(Impacts impacts, ImpactCounting counting, TeamRecords records, Pages pages, Clock clock) {
		this.impacts = impacts;
		this.counting = counting;
		this.records = records;
		this.pages = pages;
		this.clock = clock;
	}

	void write(Edition edition, int seen, String words, String by) {
		Optional<Impact> kept = this.impacts.findById(edition.id());
		StaleForm.throwIfStale(seen, kept.map(Impact::version).orElse(NONE));
		kept.ifPresentOrElse((impact) -> impact.write(words), () -> this.impacts.save(new Impact(edition, words)));
		note(edition, "wrote about the impact of " + edition.year(), by);
	}

	/** Shows it to everybody, with the figures of this moment. */
	void publish(Edition edition, int seen, String by) {
		unchanged(edition, seen).publish(this.counting.count(edition), this.clock.instant());
		note(edition, "published the impact of " + edition.year(), by);
	}

	void takeDown(Edition edition, int seen, String by) {
		unchanged(edition, seen).takeDown();
		note(edition, "took down the impact of " + edition.year(), by);
	}

	private Impact unchanged(Edition edition, int seen) {
		Impact impact = this.impacts.findById(edition.id()).orElseThrow(NotFound::new);
		StaleForm.throwIfStale(seen, impact.version());
		return impact;
	}

	private void note(Edition edition, String what, String by) {
		this.records.add(by, edition.id(), what);
		this.pages.forgetAfterCommit();
	}

}
