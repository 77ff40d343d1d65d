package org.awarenessweek.download;

import java.util.List;
import java.util.Locale;

/**
 * The logo in one shape and one colouring.
 *
 * @param shape how mark and words stand together
 * @param colouring in which colours
 * @param svg the source, which fits every size
 * @param pngs pictures drawn from it, from small to large
 */
record Logo(Shape shape, Colouring colouring, Download svg, List<Download> pngs) {

	/** How mark and words stand together, and how wide the pictures of it are. */
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

	/** Which colours, for which ground. */
	enum Colouring {

		/** For light grounds. */
		COLOUR,
		/** For print in one ink. */
		ONE_COLOUR,
		/** For dark grounds. */
		REVERSED

	}

	/** The beginning of the names of all its files. */
	static String name(Shape shape, Colouring colouring) {
		return ("imhaw-" + shape + "-" + colouring).toLowerCase(Locale.ROOT).replace('_', '-');
	}

}
