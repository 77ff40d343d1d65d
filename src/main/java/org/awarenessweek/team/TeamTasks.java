package org.awarenessweek.team;

import java.util.List;

/** A feature that has queues offers them to the team's desk by implementing this. */
public interface TeamTasks {

	/** The feature's queues, the empty ones too. */
	List<TeamTask> waiting();

}
