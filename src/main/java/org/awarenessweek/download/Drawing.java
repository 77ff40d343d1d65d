package org.awarenessweek.download;

import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;

import javax.imageio.ImageIO;

import com.github.weisj.jsvg.SVGDocument;
import com.github.weisj.jsvg.parser.LoaderContext;
import com.github.weisj.jsvg.parser.SVGLoader;
import com.github.weisj.jsvg.view.FloatSize;
import com.github.weisj.jsvg.view.ViewBox;

/**
 * An SVG picture that can be drawn as a PNG of any width, on a transparent background.
 *
 * @param document the parsed picture
 */
record Drawing(SVGDocument document) {

	static Drawing of(byte[] svg) {
		return new Drawing(Objects
			.requireNonNull(new SVGLoader().load(new ByteArrayInputStream(svg), null, LoaderContext.createDefault())));
	}

	/** The natural width. */
	int width() {
		return Math.round(size().width);
	}

	/** The height that goes with a width. */
	int height(int width) {
		return Math.round(width * size().height / size().width);
	}

	byte[] png(int width) {
		var image = new BufferedImage(width, height(width), BufferedImage.TYPE_INT_ARGB);
		var graphics = image.createGraphics();
		graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
		graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
		this.document.render(null, graphics, new ViewBox(image.getWidth(), image.getHeight()));
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

	private FloatSize size() {
		return this.document.size();
	}

}
