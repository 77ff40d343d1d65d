package org.awarenessweek.print;

import java.awt.Color;

/** The site's light colours, as its stylesheet names them. */
final class Colours {

	static final Color PAPER = new Color(0xfbf7f0);

	static final Color INK = new Color(0x202c35);

	static final Color INK_SOFT = new Color(0x4a565e);

	static final Color TEAL = new Color(0x0a5559);

	static final Color APRICOT = new Color(0xf2a25c);

	static final Color WHITE = new Color(0xfffdfa);

	static final Color BAD = new Color(0xa3211b);

	static final Color BAD_PALE = new Color(0xfbe9e5);

	/** The ring behind small words, on white. */
	static final Color SAGE_PALE = new Color(0xe5eee6);

	/** Its dot. */
	static final Color APRICOT_PALE = new Color(0xfdebd9);

	/** The ring behind words: teal, a fifth of it, on paper. */
	static final Color RING = new Color(0xcfd9d3);

	private Colours() {
	}

}
