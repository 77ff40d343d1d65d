package org.awarenessweek.team;

/** Parts that the team's URL paths share. */
public final class TeamPaths {

	/** Matches one thing by its id, and nothing else. */
	public static final String ONE = "/{id:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}}";

	private TeamPaths() {
	}

}
