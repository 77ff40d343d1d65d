package org.awarenessweek.pledge.burst;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.awarenessweek.team.TeamTask;
import org.awarenessweek.team.TeamTasks;

import org.springframework.stereotype.Component;

/**
 * Shows the team's desk the bursts of the last day that still count. A burst that turns
 * out to be a clinic needs no action: tomorrow it is gone.
 */
@Component
class BurstTasks implements TeamTasks {

	private static final Duration A_DAY = Duration.ofDays(1);

	private final Bursts bursts;

	private final Clock clock;

	BurstTasks(Bursts bursts, Clock clock) {
		this.bursts = bursts;
		this.clock = clock;
	}

	@Override
	public List<TeamTask> waiting() {
		Instant yesterday = this.clock.instant().minus(A_DAY);
		long fresh = this.bursts.latest()
			.per(Burst.Span.HOUR)
			.stream()
			.filter((burst) -> burst.counting() > 0 && !burst.window().until().isBefore(yesterday))
			.count();
		return List.of(new TeamTask("Bursts of pledges in the last day", "/team/pledges/bursts", fresh));
	}

}
