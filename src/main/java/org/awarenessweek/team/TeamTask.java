package org.awarenessweek.team;

/**
 * A queue on the team's desk.
 *
 * @param label what waits, as in "Events to review"
 * @param path where the team works it off, as in {@code /team/events}
 * @param open how many wait
 */
public record TeamTask(String label, String path, long open) {
}
