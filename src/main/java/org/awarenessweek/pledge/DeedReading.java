package org.awarenessweek.pledge;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

/** What people did, as everybody reads it. */
@Component
class DeedReading {

	private final Deeds deeds;

	private final PledgeWords words;

	DeedReading(Deeds deeds, PledgeWords words) {
		this.deeds = deeds;
		this.words = words;
	}

	/** The latest. */
	List<SaidDeed> latest(int most) {
		return below(DeedPlace.TOP, most).stream().map(this::said).toList();
	}

	/** The page below a place, or else above one, or else the first. */
	DeedPage page(@Nullable DeedPlace below, @Nullable DeedPlace above) {
		if (below == null && above != null) {
			List<Deed> found = this.deeds.findShownAbove(above.at(), above.id(), Limit.of(DeedPage.LENGTH + 1));
			if (found.size() > DeedPage.LENGTH) {
				return DeedPage.above(found, this::said);
			}
		}
		DeedPlace place = (below != null) ? below : DeedPlace.TOP;
		return DeedPage.below(place, below(place, DeedPage.LENGTH + 1), this::said);
	}

	private List<Deed> below(DeedPlace place, int most) {
		return this.deeds.findShownBelow(place.at(), place.id(), Limit.of(most));
	}

	private SaidDeed said(Deed deed) {
		return SaidDeed.of(deed, this.words);
	}

}
