package org.awarenessweek.team;

import java.util.List;

/** Features implement this to show their queues on the team's desk. */
public interface TeamTasks {

	/** The feature's queues, including empty ones. */
	List<TeamTask> waiting();

}
