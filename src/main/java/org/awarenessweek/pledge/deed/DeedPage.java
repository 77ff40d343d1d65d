package org.awarenessweek.pledge.deed;

import java.util.List;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * One page of deeds, newest first. Like the wall's, it starts next to a place.
 *
 * @param deeds what is on it
 * @param newer the place where the page above ends, if there is one
 * @param older the place where the page below begins, if there is one
 */
record DeedPage(List<SaidDeed> deeds, @Nullable DeedPlace newer, @Nullable DeedPlace older) {

	static final int LENGTH = 20;

	/** The page below a place, from what was found there: one more than it shows. */
	static DeedPage below(DeedPlace place, List<Deed> found, Function<Deed, SaidDeed> said) {
		List<Deed> shown = found.subList(0, Math.min(LENGTH, found.size()));
		boolean first = place.equals(DeedPlace.TOP) || shown.isEmpty();
		return page(shown, !first, found.size() > LENGTH, said);
	}

	/** The page above a place, from what was found going upwards: more than it shows. */
	static DeedPage above(List<Deed> found, Function<Deed, SaidDeed> said) {
		return page(found.subList(0, LENGTH).reversed(), true, true, said);
	}

	private static DeedPage page(List<Deed> shown, boolean newer, boolean older, Function<Deed, SaidDeed> said) {
		return new DeedPage(shown.stream().map(said).toList(), newer ? place(shown.getFirst()) : null,
				older ? place(shown.getLast()) : null);
	}

	private static DeedPlace place(Deed deed) {
		return new DeedPlace(deed.saidAt(), deed.id());
	}

}
