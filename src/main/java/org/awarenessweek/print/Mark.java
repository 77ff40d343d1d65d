package org.awarenessweek.print;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Arc2D;
import java.awt.geom.Ellipse2D;

/** The open ring that holds a dot, on a field of 96 by 96. */
final class Mark {

	static final float SIZE = 96;

	private Mark() {
	}

	static void draw(Graphics2D graphics, float left, float top, float scale, Color ring, Color dot) {
		graphics.setColor(ring);
		graphics.fill(ring(left, top, scale));
		graphics.setColor(dot);
		graphics.fill(dot(left, top, scale));
	}

	static Shape ring(float left, float top, float scale) {
		Shape arc = new Arc2D.Float(8, 8, 80, 80, 17, -296, Arc2D.OPEN);
		return there(left, top, scale).createTransformedShape(
				new BasicStroke(9.5f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND).createStrokedShape(arc));
	}

	static Shape dot(float left, float top, float scale) {
		return there(left, top, scale).createTransformedShape(new Ellipse2D.Float(27.5f, 44.5f, 26, 26));
	}

	private static AffineTransform there(float left, float top, float scale) {
		return new AffineTransform(scale, 0, 0, scale, left, top);
	}

}
