package org.awarenessweek.impact;

import java.util.List;

import org.awarenessweek.edition.Edition;
import org.awarenessweek.edition.Editions;
import org.awarenessweek.edition.Phase;
import org.awarenessweek.site.SiteClock;
import org.awarenessweek.team.TeamTask;
import org.awarenessweek.team.TeamTasks;

import org.springframework.stereotype.Component;

/** Reminds the team, once the week is over, to say what it achieved. */
@Component
class ImpactTask implements TeamTasks {

	private final Editions editions;

	private final Impacts impacts;

	private final SiteClock clock;

	ImpactTask(Editions editions, Impacts impacts, SiteClock clock) {
		this.editions = editions;
		this.impacts = impacts;
		this.clock = clock;
	}

	@Override
	public List<TeamTask> waiting() {
		return this.editions.findFirstByAnnouncedAtNotNullOrderByYearDesc()
			.map((edition) -> new TeamTask("Results of the week to publish",
					"/team/editions/" + edition.year() + "/impact", waits(edition) ? 1 : 0))
			.stream()
			.toList();
	}

	private boolean waits(Edition edition) {
		return edition.phase(this.clock.today()) == Phase.OVER && this.impacts.published(edition).isEmpty();
	}

}
