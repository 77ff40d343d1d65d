package org.awarenessweek.print;

import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.font.LineBreakMeasurer;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Text laid out in lines, in any script and direction.
 *
 * @param lines the lines, shaped
 * @param size the size of the letters
 * @param width the width of the longest line
 * @param whole whether no word had to be broken
 */
record Lines(List<TextLayout> lines, float size, float width, boolean whole) {

	private static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);

	/** The line height, in ems. */
	private static final float LEADING = 1.2f;

	/** The ratio of one size tried to the next larger. */
	private static final float STEP = 0.94f;

	/** Lays out text, filling each line. */
	static Lines set(String text, Typeface face, float size, float width) {
		List<TextLayout> lines = new ArrayList<>();
		boolean whole = true;
		for (String paragraph : text.strip().split("\\s*\n\\s*")) {
			if (!paragraph.isEmpty()) {
				var characters = face.dress(paragraph, size).getIterator();
				var measurer = new LineBreakMeasurer(characters, BreakIterator.getLineInstance(Locale.UK), CONTEXT);
				while (measurer.getPosition() < paragraph.length()) {
					TextLayout line = measurer.nextLayout(width, end(paragraph, measurer, width), true);
					if (line == null) {
						whole = false;
						line = measurer.nextLayout(width);
					}
					lines.add(line);
				}
			}
		}
		float longest = (float) lines.stream().mapToDouble(TextLayout::getVisibleAdvance).max().orElse(0);
		return new Lines(List.copyOf(lines), size, longest, whole);
	}

	/**
	 * Where the line may end: not after the apostrophe in “people’s”, as the platform's
	 * rules allow.
	 */
	private static int end(String paragraph, LineBreakMeasurer measurer, float width) {
		int end = measurer.nextOffset(width, paragraph.length(), true);
		int space = paragraph.lastIndexOf(' ', end);
		boolean within = end > 0 && end < paragraph.length() && paragraph.charAt(end - 1) == '’'
				&& Character.isLetter(paragraph.charAt(end));
		return (within && space > measurer.getPosition()) ? space + 1 : paragraph.length();
	}

	/**
	 * Lays out text as large as fits. It shrinks before it breaks a word, and ends with
	 * an ellipsis only if all of it does not fit in the smallest size.
	 */
	static Lines fit(String text, Typeface face, float largest, float smallest, float width, float height) {
		for (float size = largest; size >= smallest; size *= STEP) {
			Lines lines = set(text, face, size, width);
			if (lines.whole() && lines.height() <= height) {
				return lines;
			}
		}
		for (float size = largest; size >= smallest; size *= STEP) {
			Lines lines = set(text, face, size, width);
			if (lines.height() <= height) {
				return lines;
			}
		}
		return beginning(text, face, smallest, width, height);
	}

	/** Lays out a few words in as narrow a block of so many lines as they fit in. */
	static Lines block(String text, Typeface face, float size, int number) {
		Lines block = set(text, face, size, Float.MAX_VALUE);
		for (float width = block.width(); width > 0; width -= size / 4) {
			Lines narrower = set(text, face, size, width);
			if (!narrower.whole() || narrower.lines().size() > number) {
				break;
			}
			block = narrower;
		}
		return block;
	}

	/** Whether every letter of a text can be shown, and all fit in this size. */
	static boolean hold(String text, Typeface face, float size, float width, float height) {
		return face.spellsAllOf(text) && set(face.spell(text), face, size, width).height() <= height;
	}

	private static Lines beginning(String text, Typeface face, float size, float width, float height) {
		int fits = 0;
		int tooMuch = text.length();
		while (tooMuch - fits > 1) {
			int middle = (fits + tooMuch) / 2;
			if (set(shortened(text, middle), face, size, width).height() <= height) {
				fits = middle;
			}
			else {
				tooMuch = middle;
			}
		}
		return set(shortened(text, fits), face, size, width);
	}

	/** Cuts between grapheme clusters. */
	private static String shortened(String text, int length) {
		var letters = BreakIterator.getCharacterInstance(Locale.UK);
		letters.setText(text);
		int end = letters.isBoundary(length) ? length : letters.preceding(length);
		return text.substring(0, end).stripTrailing() + "…";
	}

	/** From the top of the first line to the foot of the last. */
	float height() {
		return (float) this.lines.stream().mapToDouble(this::height).sum();
	}

	private float height(TextLayout line) {
		return Math.max(this.size * LEADING, line.getAscent() + line.getDescent());
	}

	/** How far the last line's foot is below its baseline. */
	float depth() {
		return this.lines.isEmpty() ? 0 : height(this.lines.getLast()) - baseline(this.lines.getLast());
	}

	private float baseline(TextLayout line) {
		return line.getAscent() + (height(line) - line.getAscent() - line.getDescent()) / 2;
	}

	/**
	 * Draws the outlines of the letters; right-to-left lines end at the right.
	 * @param left where left-to-right lines begin
	 * @param top the top of the first line
	 * @param width the room available
	 */
	void draw(Graphics2D graphics, float left, float top, float width) {
		outlines(left, top, width, false).forEach(graphics::fill);
	}

	/** The outlines of each line's letters, at one side of the room or in its middle. */
	List<Shape> outlines(float left, float top, float width, boolean centred) {
		List<Shape> outlines = new ArrayList<>();
		float y = top;
		for (TextLayout line : this.lines) {
			float free = width - (centred ? line.getVisibleAdvance() : line.getAdvance());
			float x = left + (centred ? free / 2 : line.isLeftToRight() ? 0 : free);
			outlines.add(line.getOutline(AffineTransform.getTranslateInstance(x, y + baseline(line))));
			y += height(line);
		}
		return outlines;
	}

}
