import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import javax.imageio.ImageIO;

import com.github.weisj.jsvg.SVGDocument;
import com.github.weisj.jsvg.parser.SVGLoader;
import com.github.weisj.jsvg.view.ViewBox;

/**
 * Draws the logos as PNG files on a transparent ground, when the site is built: each in the widths that people use
 * its shape in. {@code java DrawLogos.java FROM TO} reads {@code imhaw-SHAPE-COLOURING.svg} and makes
 * {@code imhaw-SHAPE-COLOURING-WIDTH.png}.
 */
class DrawLogos {

	/** In pixels. */
	private static final Map<String, List<Integer>> WIDTHS = Map.of("mark", List.of(256, 512, 1024), "horizontal",
			List.of(600, 1200, 2400), "stacked", List.of(300, 600, 1200));

	public static void main(String[] folders) throws Exception {
		try (var logos = Files.newDirectoryStream(Path.of(folders[0]), "*.svg")) {
			for (Path logo : logos) {
				String name = logo.getFileName().toString().replace(".svg", "");
				SVGDocument picture = new SVGLoader().load(logo.toUri().toURL());
				for (int width : WIDTHS.get(name.split("-")[1])) {
					Path png = Path.of(folders[1], name + "-" + width + ".png");
					if (!Files.exists(png) || isNewer(logo, png)) {
						ImageIO.write(draw(picture, width), "png", png.toFile());
					}
				}
			}
		}
	}

	private static boolean isNewer(Path one, Path other) throws IOException {
		return Files.getLastModifiedTime(one).compareTo(Files.getLastModifiedTime(other)) > 0;
	}

	private static BufferedImage draw(SVGDocument picture, int width) {
		int height = Math.round(width * picture.size().height / picture.size().width);
		var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
		var graphics = image.createGraphics();
		graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
		graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
		picture.render(null, graphics, new ViewBox(width, height));
		graphics.dispose();
		return image;
	}

}
