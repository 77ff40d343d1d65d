package org.awarenessweek.pledge.deed;

import org.awarenessweek.pledge.Pledge;
import org.awarenessweek.pledge.PledgeKind;

/**
 * A deed as everybody reads it. It names only people whom the wall shows, and says
 * nothing else about the others.
 *
 * @param words exactly as they were typed
 * @param by the name, or words in its place
 * @param year of the pledge's week
 */
record SaidDeed(String words, String by, int year) {

	static SaidDeed of(Deed deed) {
		Pledge pledge = deed.pledge();
		String name = pledge.onWall() ? pledge.shownName() : null;
		return new SaidDeed(deed.words(), (name != null) ? name : somebody(pledge.kind()), pledge.edition().year());
	}

	private static String somebody(PledgeKind kind) {
		return (kind == PledgeKind.ORGANISATION) ? "An organisation that signed" : "Somebody who signed";
	}

}
