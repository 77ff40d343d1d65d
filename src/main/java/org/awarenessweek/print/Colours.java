package org.awarenessweek.print;

import java.awt.Color;

import org.awarenessweek.site.SiteFacts;

/**
 * The site's light colours, as its stylesheet names them.
 *
 * @param teal the ring, and what stands out
 * @param apricot the dot
 * @param sagePale the ring behind small words, on white
 * @param apricotPale its dot
 * @param ring the ring behind words: the main colour, a fifth of it, on paper
 */
record Colours(Color teal, Color apricot, Color sagePale, Color apricotPale, Color ring) {

	static final Color PAPER = Color.decode("#fbf7f0");

	static final Color INK = Color.decode("#202c35");

	static final Color INK_SOFT = Color.decode("#4a565e");

	static final Color WHITE = Color.decode("#fffdfa");

	static final Color BAD = Color.decode("#a3211b");

	/** Those that the team has chosen. */
	static Colours of(SiteFacts.Colours chosen) {
		return new Colours(Color.decode(chosen.main()), Color.decode(chosen.accent()), Color.decode(chosen.pale()),
				Color.decode(chosen.accentPale()), Color.decode(chosen.ring()));
	}

}
