package org.awarenessweek.pledge.deed;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

/** The deeds that everybody may read. */
@Component
public class DeedReading {

	private final Deeds deeds;

	DeedReading(Deeds deeds) {
		this.deeds = deeds;
	}

	/** The latest. */
	public List<SaidDeed> latest(int most) {
		return below(DeedPlace.TOP, most).stream().map(SaidDeed::of).toList();
	}

	/** The page below a place, or above one, or else the first. */
	DeedPage page(@Nullable DeedPlace below, @Nullable DeedPlace above) {
		if (below == null && above != null) {
			List<Deed> found = this.deeds.findShownAbove(above.at(), above.id(), Limit.of(DeedPage.LENGTH + 1));
			if (found.size() > DeedPage.LENGTH) {
				return DeedPage.above(found, SaidDeed::of);
			}
		}
		DeedPlace place = (below != null) ? below : DeedPlace.TOP;
		return DeedPage.below(place, below(place, DeedPage.LENGTH + 1), SaidDeed::of);
	}

	private List<Deed> below(DeedPlace place, int most) {
		return this.deeds.findShownBelow(place.at(), place.id(), Limit.of(most));
	}

}
