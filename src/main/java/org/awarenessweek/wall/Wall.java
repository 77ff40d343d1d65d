package org.awarenessweek.wall;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * One page of the wall.
 *
 * @param pledges what is on it
 * @param newer the place that the page above it ends at, if there is one
 * @param older the place that the page below it begins at, if there is one
 */
record Wall(List<ShownPledge> pledges, @Nullable WallPlace newer, @Nullable WallPlace older) {

	static final Wall EMPTY = new Wall(List.of(), null, null);

	private static final int LENGTH = 30;

	/**
	 * How many to ask for: one more than a page shows tells whether another page follows.
	 */
	static final int ENOUGH = LENGTH + 1;

	/** The page below a place, or the first one, from what was found there. */
	static Wall below(@Nullable WallPlace place, List<ShownPledge> found) {
		List<ShownPledge> shown = found.subList(0, Math.min(LENGTH, found.size()));
		boolean first = place == null || shown.isEmpty();
		return new Wall(shown, first ? null : shown.getFirst().place(),
				(found.size() > LENGTH) ? shown.getLast().place() : null);
	}

	/**
	 * The page above a place, from what was found upwards of it; there is more of it than
	 * a page shows.
	 */
	static Wall above(List<ShownPledge> found) {
		List<ShownPledge> shown = found.subList(0, LENGTH).reversed();
		return new Wall(shown, shown.getFirst().place(), shown.getLast().place());
	}

	/**
	 * Whether so few were found above a place that the wall's first page shows them all.
	 */
	static boolean reachesTheTop(List<ShownPledge> found) {
		return found.size() <= LENGTH;
	}

}
