package org.awarenessweek.pledge;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * One page of the wall, newest first.
 *
 * @param pledges what is on it
 * @param newer the place that the page above it ends at, if there is one
 * @param older the place that the page below it begins at, if there is one
 */
record Wall(List<Pledge> pledges, @Nullable WallPlace newer, @Nullable WallPlace older) {

	private static final int LENGTH = 30;

	/**
	 * How many to ask for: one more than a page shows tells whether another page follows.
	 */
	static final int ENOUGH = LENGTH + 1;

	/** The page below a place, from what was found there. */
	static Wall below(WallPlace place, List<Pledge> found) {
		List<Pledge> shown = found.subList(0, Math.min(LENGTH, found.size()));
		boolean first = place.equals(WallPlace.TOP) || shown.isEmpty();
		return new Wall(shown, first ? null : WallPlace.of(shown.getFirst()),
				(found.size() > LENGTH) ? WallPlace.of(shown.getLast()) : null);
	}

	/**
	 * The page above a place, from what was found upwards of it; there is more of it than
	 * a page shows.
	 */
	static Wall above(List<Pledge> found) {
		List<Pledge> shown = found.subList(0, LENGTH).reversed();
		return new Wall(shown, WallPlace.of(shown.getFirst()), WallPlace.of(shown.getLast()));
	}

	/**
	 * Whether so few were found above a place that the wall's first page shows them all.
	 */
	static boolean reachesTheTop(List<Pledge> found) {
		return found.size() <= LENGTH;
	}

}
