package org.awarenessweek.pledge.wall;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * One page of the wall.
 *
 * @param pledges what is on it
 * @param newer the place where the page above ends, if there is one
 * @param older the place where the page below begins, if there is one
 */
record Wall(List<ShownPledge> pledges, @Nullable WallPlace newer, @Nullable WallPlace older) {

	static final Wall EMPTY = new Wall(List.of(), null, null);

	private static final int LENGTH = 30;

	/**
	 * How many to ask for: one more than a page shows, to see whether another follows.
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
	 * The page above a place, from what was found going upwards, which is more than a
	 * page shows.
	 */
	static Wall above(List<ShownPledge> found) {
		List<ShownPledge> shown = found.subList(0, LENGTH).reversed();
		return new Wall(shown, shown.getFirst().place(), shown.getLast().place());
	}

	/** Whether the first page shows everything that was found above a place. */
	static boolean reachesTheTop(List<ShownPledge> found) {
		return found.size() <= LENGTH;
	}

}
