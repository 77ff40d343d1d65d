package org.awarenessweek.pledge;

/**
 * A deed as everybody reads it: with the name only where that is on the wall anyway, and
 * with nothing else about whoever is not there.
 *
 * @param words exactly as they were typed
 * @param by the name, or what is said in its place
 * @param year of the week in which it was said
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
