package org.awarenessweek.words;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

import org.awarenessweek.mail.text.Email;
import org.awarenessweek.page.Pages;
import org.awarenessweek.site.SiteFacts;
import org.awarenessweek.site.StaleForm;
import org.awarenessweek.team.TeamRecords;
import org.awarenessweek.work.AfterCommit;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The team writes what the pages and emails say. Each act is recorded. */
@Service
@Transactional
class WordsEditing {

	/** The version of facts that nobody wrote yet. */
	static final int NONE = -1;

	/** The facts' place in the team's record. */
	private static final UUID FACTS = new UUID(0, 1);

	private final Passages passages;

	private final Facts facts;

	private final TeamRecords records;

	private final PageWords words;

	private final Pages pages;

	private final Clock clock;

	/** One parameter more than usual: what is written is recorded, and shown at once. */
	WordsEditing(Passages passages, Facts facts, TeamRecords records, PageWords words, Pages pages, Clock clock) {
		this.passages = passages;
		this.facts = facts;
		this.records = records;
		this.words = words;
		this.pages = pages;
		this.clock = clock;
	}

	/**
	 * Shows a new version.
	 * @param seen the number of the version that it replaces; 0 for the original
	 * @throws StaleForm if another version has replaced that one meanwhile
	 */
	void write(Written what, int seen, String text, String by) {
		int latest = this.passages.findFirstBySectionOrderByNumberDesc(what.name()).map(Passage::number).orElse(0);
		StaleForm.throwIfStale(seen, latest);
		Passage passage = new Passage(what, latest + 1, text, this.clock.instant(), by);
		this.passages.save(passage);
		this.records.add(by, passage.id(), "wrote the words of " + place(what));
		show();
	}

	/**
	 * Shows other facts.
	 * @param seen the version that they replace
	 * @throws StaleForm if another version has replaced that one meanwhile
	 */
	void write(int seen, SiteFacts others, String by) {
		Optional<KeptFacts> kept = this.facts.findById(KeptFacts.ONLY);
		StaleForm.throwIfStale(seen, kept.map(KeptFacts::version).orElse(NONE));
		kept.ifPresentOrElse((facts) -> facts.replace(others), () -> this.facts.save(new KeptFacts(others)));
		this.records.add(by, FACTS, "wrote what the week is called and who answers for it");
		show();
	}

	private static String place(Written what) {
		return switch (what) {
			case Section section -> section.path();
			case WrittenEmail(Email email) -> "the email " + email.address();
		};
	}

	private void show() {
		AfterCommit.run(this.words::read);
		this.pages.forgetAfterCommit();
	}

}
