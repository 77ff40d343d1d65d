package org.awarenessweek.download;

import java.util.List;
import java.util.Locale;

/**
 * The logo in one shape and one colouring.
 *
 * @param shape how the mark and the words are arranged
 * @param colouring its colours
 * @param svg the source, which fits every size
 * @param pngs pictures drawn from it, from small to large
 */
record Logo(Shape shape, Colouring colouring, Download svg, List<Download> pngs) {

	/** How the mark and the words are arranged, and the widths of its pictures. */
	enum Shape {

		/** The mark alone. */
		MARK(256, 512, 1024),
		/** The words beside the mark. */
		HORIZONTAL(600, 1200, 2400),
		/** The words below the mark. */
		STACKED(300, 600, 1200);

		private final List<Integer> widths;

		Shape(Integer... widths) {
			this.widths = List.of(widths);
		}

		List<Integer> widths() {
			return this.widths;
		}

	}

	/** The colours, each for one kind of background. */
	enum Colouring {

		/** For light backgrounds. */
		COLOUR,
		/** For print in one ink. */
		ONE_COLOUR,
		/** For dark backgrounds. */
		REVERSED

	}

	/** The prefix of all its file names. */
	static String name(Shape shape, Colouring colouring) {
		return ("imhaw-" + shape + "-" + colouring).toLowerCase(Locale.ROOT).replace('_', '-');
	}

}
