package org.awarenessweek.picture;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Arc2D;
import java.awt.geom.Ellipse2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

import javax.imageio.ImageIO;

import org.awarenessweek.site.SiteFacts;
import org.jspecify.annotations.Nullable;

/** The week's mark: the open ring that holds a dot, on a field of 96 by 96. */
public final class Mark {

	/** The side of its field. */
	public static final float SIZE = 96;

	private static final Color PAPER = Color.decode("#fbf7f0");

	private static volatile @Nullable Drawn drawn;

	private Mark() {
	}

	/** Draws it with its field's corner there, so many times as large. */
	public static void draw(Graphics2D graphics, float left, float top, float scale, Color ring, Color dot) {
		graphics.setColor(ring);
		graphics.fill(ring(left, top, scale));
		graphics.setColor(dot);
		graphics.fill(dot(left, top, scale));
	}

	/** The ring's outline. */
	public static Shape ring(float left, float top, float scale) {
		Shape arc = new Arc2D.Float(8, 8, 80, 80, 17, -296, Arc2D.OPEN);
		return there(left, top, scale).createTransformedShape(
				new BasicStroke(9.5f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND).createStrokedShape(arc));
	}

	/** The dot's outline. */
	public static Shape dot(float left, float top, float scale) {
		return there(left, top, scale).createTransformedShape(new Ellipse2D.Float(27.5f, 44.5f, 26, 26));
	}

	/**
	 * A small PNG of it for emails, on a tile of paper, so that it is seen on any ground.
	 * It is drawn once as long as the colours stay the same.
	 */
	public static byte[] png(SiteFacts.Colours colours) {
		Drawn latest = drawn;
		if (latest == null || !latest.colours.equals(colours)) {
			latest = new Drawn(colours, tile(colours));
			drawn = latest;
		}
		return latest.png.clone();
	}

	private static byte[] tile(SiteFacts.Colours colours) {
		var image = new BufferedImage((int) SIZE, (int) SIZE, BufferedImage.TYPE_INT_ARGB);
		Graphics2D graphics = image.createGraphics();
		graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
		graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
		graphics.setColor(PAPER);
		graphics.fillRoundRect(0, 0, (int) SIZE, (int) SIZE, 32, 32);
		draw(graphics, 8, 8, 0.8333f, Color.decode(colours.main()), Color.decode(colours.accent()));
		graphics.dispose();
		var png = new ByteArrayOutputStream();
		try {
			ImageIO.write(image, "png", png);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return png.toByteArray();
	}

	private static AffineTransform there(float left, float top, float scale) {
		return new AffineTransform(scale, 0, 0, scale, left, top);
	}

	/** The latest PNG, and the colours that it has. */
	private record Drawn(SiteFacts.Colours colours, byte[] png) {
	}

}
