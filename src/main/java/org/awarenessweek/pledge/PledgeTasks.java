package org.awarenessweek.pledge;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.awarenessweek.team.TeamTask;
import org.awarenessweek.team.TeamTasks;

import org.springframework.stereotype.Component;

/**
 * Tells the team's desk of the bursts of the last day that count still. Whoever has
 * looked at one and found it to be a clinic need do nothing: tomorrow it is gone.
 */
@Component
class PledgeTasks implements TeamTasks {

	private static final Duration A_DAY = Duration.ofDays(1);

	private final Bursts bursts;

	private final Clock clock;

	PledgeTasks(Bursts bursts, Clock clock) {
		this.bursts = bursts;
		this.clock = clock;
	}

	@Override
	public List<TeamTask> waiting() {
		Instant yesterday = this.clock.instant().minus(A_DAY);
		long fresh = this.bursts.latest()
			.per(Burst.Span.HOUR)
			.stream()
			.filter((burst) -> burst.counting() > 0 && !burst.place().until().isBefore(yesterday))
			.count();
		return List.of(new TeamTask("Bursts of pledges in the last day", "/team/pledges/bursts", fresh));
	}

}
