package org.awarenessweek.notice;

import java.util.UUID;

import org.awarenessweek.page.Pages;
import org.awarenessweek.site.NotFound;
import org.awarenessweek.site.StaleForm;
import org.awarenessweek.team.TeamRecords;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The team's changes to notices. Each is recorded and shows at once; a change based on an
 * outdated version is refused.
 */
@Service
@Transactional
class NoticeEditing {

	private final Notices notices;

	private final TeamRecords records;

	private final Pages pages;

	NoticeEditing(Notices notices, TeamRecords records, Pages pages) {
		this.notices = notices;
		this.records = records;
		this.pages = pages;
	}

	void add(NoticeContent content, String by) {
		finish("added", this.notices.save(new Notice(content)), by);
	}

	void rewrite(UUID id, int version, NoticeContent content, String by) {
		Notice notice = unchanged(id, version);
		notice.rewrite(content);
		finish("edited", notice, by);
	}

	void remove(UUID id, int version, String by) {
		Notice notice = unchanged(id, version);
		this.notices.delete(notice);
		finish("removed", notice, by);
	}

	private Notice unchanged(UUID id, int version) {
		Notice notice = this.notices.findById(id).orElseThrow(NotFound::new);
		StaleForm.throwIfStale(version, notice.version());
		return notice;
	}

	private void finish(String deed, Notice notice, String by) {
		this.records.add(by, notice.id(), deed + " the notice “" + notice.content().words() + "”");
		this.pages.forgetAfterCommit();
	}

}
