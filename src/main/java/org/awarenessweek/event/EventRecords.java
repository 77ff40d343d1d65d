package org.awarenessweek.event;

import org.awarenessweek.page.Pages;
import org.awarenessweek.site.PlainEnglish;
import org.awarenessweek.team.TeamRecords;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/** Records what somebody does with an event, and lets its pages show it at once. */
@Component
class EventRecords {

	private final TeamRecords records;

	private final Pages pages;

	EventRecords(TeamRecords records, Pages pages) {
		this.records = records;
		this.pages = pages;
	}

	/**
	 * Records an action in the transaction that performs it.
	 * @param what in words, with a placeholder for the title
	 */
	void add(Event event, String by, String what) {
		add(event, by, what, null);
	}

	/**
	 * The same with the reason, if one was given.
	 * @param reason word for word
	 */
	void add(Event event, String by, String what, @Nullable String reason) {
		this.pages.forgetAfterCommit();
		String done = what.formatted("“" + PlainEnglish.isolated(event.title()) + "”");
		this.records.add(by, event.id(), (reason != null) ? done + ": " + reason : done);
	}

}
