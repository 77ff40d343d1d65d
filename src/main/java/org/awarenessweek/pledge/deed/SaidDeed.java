package org.awarenessweek.pledge.deed;

import org.awarenessweek.pledge.Pledge;
import org.awarenessweek.pledge.PledgeKind;
import org.awarenessweek.site.Cursor;

/**
 * A deed as everybody reads it. It names only people whom the wall shows, and says
 * nothing else about the others.
 *
 * @param words exactly as they were typed
 * @param by the name, or words in its place
 * @param year of the pledge's week
 * @param cursor its place among all deeds
 */
record SaidDeed(String words, String by, int year, Cursor cursor) {

	static SaidDeed of(Deed deed) {
		Pledge pledge = deed.pledge();
		String name = pledge.onWall() ? pledge.shownName() : null;
		return new SaidDeed(deed.words(), (name != null) ? name : somebody(pledge.kind()), pledge.edition().year(),
				new Cursor(deed.saidAt(), deed.id(), ""));
	}

	private static String somebody(PledgeKind kind) {
		return (kind == PledgeKind.ORGANISATION) ? "An organisation that signed" : "Someone who signed";
	}

}
