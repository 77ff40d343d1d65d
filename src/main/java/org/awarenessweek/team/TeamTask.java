package org.awarenessweek.team;

import org.jspecify.annotations.Nullable;

/**
 * A queue on the team's desk.
 *
 * @param label what waits, as in "Events to review"
 * @param path where the team works it off, as in {@code /team/events}
 * @param open how many wait
 * @param urgent why one of them cannot wait, as in "an event starts tomorrow"
 */
public record TeamTask(String label, String path, long open, @Nullable String urgent) {

	public TeamTask(String label, String path, long open) {
		this(label, path, open, null);
	}

}
