package org.awarenessweek.edition;

import java.time.Clock;
import java.time.LocalDate;

import org.awarenessweek.page.Pages;
import org.awarenessweek.site.NotFound;
import org.awarenessweek.site.StaleForm;
import org.awarenessweek.team.TeamRecords;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The team's changes to editions. Each is recorded; a change based on an outdated version
 * is refused.
 */
@Service
@Transactional
class EditionEditing {

	private final Editions editions;

	private final TeamRecords records;

	private final Pages pages;

	private final Clock clock;

	EditionEditing(Editions editions, TeamRecords records, Pages pages, Clock clock) {
		this.editions = editions;
		this.records = records;
		this.pages = pages;
		this.clock = clock;
	}

	void rewrite(int year, int version, Week week, Wording wording, String by) {
		Edition edition = unchanged(year, version);
		edition.rewrite(week, wording);
		this.records.add(by, edition.id(), "edited the edition of " + year);
	}

	void open(int year, int version, boolean events, boolean pledges, String by) {
		Edition edition = unchanged(year, version);
		edition.openFor(events, pledges);
		this.records.add(by, edition.id(), (events ? "opened" : "closed") + " the form for events and "
				+ (pledges ? "opened" : "closed") + " the pledge of " + year);
	}

	void announce(int year, int version, String by) {
		Edition edition = unchanged(year, version);
		if (edition.announced()) {
			throw new StaleForm();
		}
		edition.announce(this.clock.instant());
		this.records.add(by, edition.id(), "announced the edition of " + year);
	}

	/** Makes the draft that follows the newest edition, unless the newest is a draft. */
	int draftNext(String by) {
		Edition newest = this.editions.findFirstByOrderByYearDesc()
			.orElseGet(() -> this.editions.save(Edition.first(LocalDate.now(this.clock).getYear())));
		if (!newest.announced()) {
			return newest.year();
		}
		Edition draft = this.editions.save(newest.next());
		this.records.add(by, draft.id(), "made a draft of the edition of " + draft.year());
		return draft.year();
	}

	private Edition unchanged(int year, int version) {
		Edition edition = this.editions.findByYear(year).orElseThrow(NotFound::new);
		StaleForm.throwIfStale(version, edition.version());
		this.pages.forgetAfterCommit();
		return edition;
	}

}
