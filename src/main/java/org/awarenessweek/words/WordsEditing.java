package org.awarenessweek.words;

import java.time.Clock;

import org.awarenessweek.page.Pages;
import org.awarenessweek.site.StaleForm;
import org.awarenessweek.team.TeamRecords;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The team writes what the pages say. */
@Service
@Transactional
class WordsEditing {

	private final Passages passages;

	private final TeamRecords records;

	private final Pages pages;

	private final Clock clock;

	WordsEditing(Passages passages, TeamRecords records, Pages pages, Clock clock) {
		this.passages = passages;
		this.records = records;
		this.pages = pages;
		this.clock = clock;
	}

	/**
	 * Shows a new version.
	 * @param seen the number of the version that it replaces; 0 for the original
	 * @throws StaleForm if another version has replaced that one meanwhile
	 */
	void write(Section section, int seen, String text, String by) {
		int latest = this.passages.findFirstBySectionOrderByNumberDesc(section).map(Passage::number).orElse(0);
		StaleForm.throwIfStale(seen, latest);
		Passage passage = new Passage(section, latest + 1, text, this.clock.instant(), by);
		this.passages.save(passage);
		this.records.add(by, passage.id(), "wrote the words of " + section.path());
		this.pages.forgetAfterCommit();
	}

}
