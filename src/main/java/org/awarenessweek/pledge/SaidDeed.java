package org.awarenessweek.pledge;

/**
 * A deed as everybody reads it: with the name only where that is on the wall anyway.
 *
 * @param words exactly as they were typed
 * @param by the name, or what is said in its place, as in "A midwife in Scotland"
 * @param year of the week in which it was said
 */
record SaidDeed(String words, String by, int year) {

	static SaidDeed of(Deed deed, PledgeWords words) {
		Pledge pledge = deed.pledge();
		String name = pledge.onWall() ? pledge.shownName() : null;
		return new SaidDeed(deed.words(), (name != null) ? name : words.somebody(pledge), pledge.edition().year());
	}

}
