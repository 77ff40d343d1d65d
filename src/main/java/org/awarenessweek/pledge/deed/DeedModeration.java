package org.awarenessweek.pledge.deed;

import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

import org.awarenessweek.page.Pages;
import org.awarenessweek.site.NotFound;
import org.awarenessweek.site.StaleForm;
import org.awarenessweek.team.TeamRecords;
import org.awarenessweek.team.TeamTask;
import org.awarenessweek.team.TeamTasks;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The team decides which deeds everybody may read. Each decision is recorded, and refused
 * if somebody else has decided meanwhile.
 */
@Service
class DeedModeration implements TeamTasks {

	private final Deeds deeds;

	private final TeamRecords records;

	private final Pages pages;

	DeedModeration(Deeds deeds, TeamRecords records, Pages pages) {
		this.deeds = deeds;
		this.records = records;
		this.pages = pages;
	}

	@Override
	public List<TeamTask> waiting() {
		return List
			.of(new TeamTask("Stories to review", "/team/pledges/deeds", this.deeds.countByStatus(DeedStatus.WAITING)));
	}

	@Transactional
	public void show(UUID id, int version, String by) {
		decide(id, version, DeedStatus.SHOWN, Deed::show, by, "showed what someone did");
	}

	/**
	 * Hides it from everybody but its writer.
	 * @param reason what its writer is told
	 */
	@Transactional
	public void decline(UUID id, int version, String reason, String by) {
		decide(id, version, DeedStatus.DECLINED, (deed) -> deed.decline(reason), by,
				"declined to show what someone did: " + reason);
	}

	private void decide(UUID id, int version, DeedStatus next, Consumer<Deed> step, String by, String what) {
		Deed deed = this.deeds.findForChange(id).orElseThrow(NotFound::new);
		StaleForm.throwIfStale(version, deed.version());
		if (!deed.status().mayBecome(next)) {
			throw new StaleForm();
		}
		step.accept(deed);
		this.pages.forgetAfterCommit();
		this.records.add(by, deed.pledge().id(), what);
	}

}
