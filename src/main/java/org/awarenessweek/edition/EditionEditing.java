package org.awarenessweek.edition;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.concurrent.TimeUnit;

import org.awarenessweek.page.Pages;
import org.awarenessweek.site.NotFound;
import org.awarenessweek.site.PlainEnglish;
import org.awarenessweek.site.StaleForm;
import org.awarenessweek.team.TeamRecords;
import org.awarenessweek.text.HomeZone;
import org.jspecify.annotations.Nullable;

import org.springframework.scheduling.annotation.Scheduled;
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

	void open(int year, int version, OpeningForm opening, String by) {
		Edition edition = unchanged(year, version);
		edition.openFor(opening.takesEvents(), opening.takesPledges());
		edition.explain(opening.eventsClosed(), opening.pledgesClosed());
		this.records.add(by, edition.id(),
				deed(opening.takesEvents(), edition.eventsClosed()) + " the form for events and "
						+ deed(opening.takesPledges(), edition.pledgesClosed()) + " the pledge of " + year);
	}

	private static String deed(boolean opened, @Nullable String sentence) {
		return opened ? "opened" : (sentence != null) ? "closed (“" + sentence + "”)" : "closed";
	}

	void announce(int year, int version, String by) {
		Edition edition = unchanged(year, version);
		if (edition.announced()) {
			throw new StaleForm();
		}
		edition.announce(this.clock.instant());
		this.records.add(by, edition.id(), "announced the edition of " + year);
	}

	/** Sets when a draft is announced by itself; {@code null} for not at all. */
	void plan(int year, int version, @Nullable Instant moment, String by) {
		Edition edition = unchanged(year, version);
		if (edition.announced()) {
			throw new StaleForm();
		}
		edition.announceAt(moment);
		this.records.add(by, edition.id(),
				(moment != null) ? "set the edition of " + year + " to be announced on " + PlainEnglish.moment(moment)
						: "set the edition of " + year + " not to be announced by itself");
	}

	/** Shows a draft's dry run at another address, and no longer at the old one. */
	void replaceDryRun(int year, int version, String by) {
		Edition edition = unchanged(year, version);
		edition.replaceDryRun();
		this.records.add(by, edition.id(), "replaced the address of the dry run of " + year);
	}

	/** Announces what is due. */
	@Scheduled(fixedDelay = 5, timeUnit = TimeUnit.SECONDS)
	void announceDue() {
		Instant now = this.clock.instant();
		this.editions.findByAnnouncedAtNullAndAnnounceAtLessThanEqual(now).forEach((edition) -> {
			edition.announce(now);
			this.records.add("the site", edition.id(), "announced the edition of " + edition.year() + ", as set");
			this.pages.forgetAfterCommit();
		});
	}

	/** Makes an edition a draft again, within a day of its announcement. */
	void takeBack(int year, int version, String by) {
		Edition edition = unchanged(year, version);
		if (!edition.canBeTakenBack(this.clock.instant())) {
			throw new StaleForm();
		}
		edition.takeBack(this.clock.instant());
		this.records.add(by, edition.id(), "took back the announcement of the edition of " + year);
	}

	/** Makes the draft that follows the newest edition, unless the newest is a draft. */
	int draftNext(String by) {
		Edition newest = this.editions.findFirstByOrderByYearDesc()
			.orElseGet(
					() -> this.editions.save(Edition.first(LocalDate.ofInstant(this.clock.instant(), HomeZone.get()))));
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
