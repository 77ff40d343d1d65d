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

	/** How the mark and the words are arranged. */
	enum Shape {

		/** The mark alone. */
		MARK(128, 128),
		/** The words beside the mark. */
		HORIZONTAL(622, 160),
		/** The words below the mark. */
		STACKED(474, 359);

		private final int width;

		private final int height;

		Shape(int width, int height) {
			this.width = width;
			this.height = height;
		}

		/** The natural width of the SVG. */
		public int width() {
			return this.width;
		}

		/** The natural height of the SVG. */
		public int height() {
			return this.height;
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
