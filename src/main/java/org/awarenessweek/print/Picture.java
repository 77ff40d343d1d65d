package org.awarenessweek.print;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.PathIterator;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import javax.imageio.ImageIO;

import org.awarenessweek.picture.Mark;

import org.springframework.web.util.HtmlUtils;

/**
 * A picture of filled shapes, in any size and as SVG: its words are outlines, so that
 * nobody needs the font. What is not drawn on is transparent.
 */
public final class Picture {

	private static final String PATH = "<path fill=\"#%06x\" d=\"%s\"/>\n";

	private final float width;

	private final float height;

	private final List<Piece> pieces = new ArrayList<>();

	/** An empty one. */
	public Picture(float width, float height) {
		this.width = width;
		this.height = height;
	}

	/** Colours all of it. */
	public Picture ground(Color colour) {
		this.pieces.add(new Piece(new Rectangle2D.Float(0, 0, this.width, this.height), colour));
		return this;
	}

	/** Draws the ring and its dot into a square. */
	public Picture mark(float left, float top, float size, Color ring, Color dot) {
		float scale = size / Mark.SIZE;
		this.pieces.add(new Piece(Mark.ring(left, top, scale), ring));
		this.pieces.add(new Piece(Mark.dot(left, top, scale), dot));
		return this;
	}

	/**
	 * Writes words that are laid out.
	 * @param width the room available
	 * @param centred whether each line is in its middle
	 */
	Picture words(Lines lines, float left, float top, float width, boolean centred, Color colour) {
		lines.outlines(left, top, width, centred).forEach((outline) -> this.pieces.add(new Piece(outline, colour)));
		return this;
	}

	/** How wide it is by nature, in pixels. */
	public int width() {
		return Math.round(this.width);
	}

	/** How high it is by nature, in pixels. */
	public int height() {
		return Math.round(this.height);
	}

	/**
	 * The picture as PNG.
	 * @param wide its width in pixels
	 */
	public byte[] png(int wide) {
		float scale = wide / this.width;
		var image = new BufferedImage(wide, Math.round(this.height * scale), BufferedImage.TYPE_INT_ARGB);
		Graphics2D graphics = image.createGraphics();
		graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
		graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
		graphics.scale(scale, scale);
		this.pieces.forEach((piece) -> {
			graphics.setColor(piece.colour());
			graphics.fill(piece.shape());
		});
		graphics.dispose();
		var bytes = new ByteArrayOutputStream();
		try {
			ImageIO.write(image, "png", bytes);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return bytes.toByteArray();
	}

	/**
	 * The picture as SVG.
	 * @param title what it shows, for people who cannot see it
	 */
	public String svg(String title) {
		String words = HtmlUtils.htmlEscape(title, "UTF-8");
		var svg = new StringBuilder(
				"""
						<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %2$d" width="%1$d" height="%2$d" role="img" aria-label="%3$s">
						<title>%3$s</title>
						"""
					.formatted(width(), height(), words));
		this.pieces.forEach((piece) -> svg
			.append(PATH.formatted(piece.colour().getRGB() & 0xffffff, path(piece.shape().getPathIterator(null)))));
		return svg.append("</svg>\n").toString();
	}

	private static String path(PathIterator outline) {
		var path = new StringBuilder();
		var points = new double[6];
		for (; !outline.isDone(); outline.next()) {
			int kind = outline.currentSegment(points);
			path.append("MLQCZ".charAt(kind));
			int numbers = switch (kind) {
				case PathIterator.SEG_CUBICTO -> 6;
				case PathIterator.SEG_QUADTO -> 4;
				case PathIterator.SEG_CLOSE -> 0;
				default -> 2;
			};
			for (int i = 0; i < numbers; i++) {
				path.append((i > 0) ? " " : "")
					.append(String.format(Locale.ROOT, "%.1f", points[i]).replaceAll("\\.0$", ""));
			}
		}
		return path.toString();
	}

	private record Piece(Shape shape, Color colour) {
	}

}
