package org.awarenessweek.pledge.deed;

import java.util.List;

import org.awarenessweek.edition.Edition;
import org.awarenessweek.site.Cursor;
import org.awarenessweek.site.CursorPage;
import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

/** The deeds that everybody may read. */
@Component
public class DeedReading {

	/** How many deeds a page shows. */
	static final int LENGTH = 20;

	private final Deeds deeds;

	DeedReading(Deeds deeds) {
		this.deeds = deeds;
	}

	/** The latest. */
	public List<SaidDeed> latest(int most) {
		return find(null, false, most);
	}

	/** How many were done since people pledged in an edition. */
	public long count(Edition edition) {
		return this.deeds.countShown(edition);
	}

	/** The page before a deed, or after one, or else the first. */
	CursorPage<SaidDeed, Cursor> page(@Nullable Cursor before, @Nullable Cursor after) {
		return CursorPage.read(before, after, LENGTH, this::find, SaidDeed::cursor);
	}

	private List<SaidDeed> find(@Nullable Cursor cursor, boolean upwards, int most) {
		Cursor from = (cursor != null) ? cursor : Cursor.TOP;
		List<Deed> found = upwards ? this.deeds.findShownAbove(from.at(), from.id(), Limit.of(most))
				: this.deeds.findShownBelow(from.at(), from.id(), Limit.of(most));
		return found.stream().map(SaidDeed::of).toList();
	}

}
