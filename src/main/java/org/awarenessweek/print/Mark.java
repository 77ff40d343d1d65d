package org.awarenessweek.print;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Arc2D;
import java.awt.geom.Ellipse2D;

/** The open ring that holds a dot, on a field of 96 by 96. */
final class Mark {

	static final float SIZE = 96;

	private Mark() {
	}

	static void draw(Graphics2D graphics, float left, float top, float scale, Color ring, Color dot) {
		Graphics2D there = (Graphics2D) graphics.create();
		there.translate(left, top);
		there.scale(scale, scale);
		there.setColor(ring);
		there.setStroke(new BasicStroke(9.5f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
		there.draw(new Arc2D.Float(8, 8, 80, 80, 17, -296, Arc2D.OPEN));
		there.setColor(dot);
		there.fill(new Ellipse2D.Float(27.5f, 44.5f, 26, 26));
		there.dispose();
	}

}
