package org.awarenessweek.team;

import java.util.List;
import java.util.concurrent.TimeUnit;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What waits for the team, over all features. */
@Service
class TeamDesk {

	private final ObjectProvider<TeamTasks> features;

	private final TeamNotice notice;

	TeamDesk(ObjectProvider<TeamTasks> features, TeamNotice notice) {
		this.features = features;
		this.notice = notice;
	}

	/** Every queue of every feature. */
	List<TeamTask> tasks() {
		return this.features.orderedStream().flatMap((feature) -> feature.waiting().stream()).toList();
	}

	/**
	 * Once a minute: writes of what has come since the last notice, when its hour is
	 * over.
	 */
	@Transactional
	@Scheduled(fixedDelay = 1, timeUnit = TimeUnit.MINUTES)
	void remind() {
		this.notice.tellOwed(() -> tasks().stream().filter((task) -> task.open() > 0).toList());
	}

}
