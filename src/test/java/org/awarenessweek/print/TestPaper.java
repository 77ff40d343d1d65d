package org.awarenessweek.print;

import java.awt.Color;
import java.awt.Point;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkedContentReference;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFMarkedContentExtractor;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.awarenessweek.site.Site;
import org.awarenessweek.site.SiteFacts;
import org.awarenessweek.site.SiteSettings;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

import org.springframework.context.support.ResourceBundleMessageSource;

/** Prints with the site's own templates, and reads the result. */
public final class TestPaper {

	static final Site SITE = new Site(
			new SiteSettings("Infant Mental Health Awareness Week", URI.create("https://week.example.org"), null,
					new SiteFacts.Organisation(null, null, null, null, null), null));

	private static final float READABLE_DPI = 150;

	private TestPaper() {
	}

	static Paper paper() {
		var resolver = new ClassLoaderTemplateResolver();
		resolver.setPrefix("templates/");
		resolver.setSuffix(".html");
		resolver.setCharacterEncoding("UTF-8");
		var messages = new ResourceBundleMessageSource();
		messages.setBasename("messages");
		messages.setDefaultEncoding("UTF-8");
		var engine = new SpringTemplateEngine();
		engine.addTemplateResolver(resolver);
		engine.setTemplateEngineMessageSource(messages);
		return new Paper(engine, SITE);
	}

	static PDDocument open(byte[] pdf) {
		try {
			return Loader.loadPDF(pdf);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** The words of each page. */
	public static List<String> pages(byte[] pdf) {
		try (PDDocument document = open(pdf)) {
			return IntStream.rangeClosed(1, document.getNumberOfPages())
				.mapToObj((page) -> page(document, page))
				.toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** What a screen reader says, in order. */
	static String spoken(byte[] pdf) {
		try (PDDocument document = open(pdf)) {
			Map<List<Object>, String> contents = new HashMap<>();
			for (PDPage page : document.getPages()) {
				var extractor = new PDFMarkedContentExtractor();
				extractor.processPage(page);
				extractor.getMarkedContents()
					.forEach((marked) -> contents.put(List.of(page, marked.getMCID()),
							marked.getContents()
								.stream()
								.filter(TextPosition.class::isInstance)
								.map((letter) -> ((TextPosition) letter).getUnicode())
								.collect(Collectors.joining())));
			}
			var spoken = new StringBuilder();
			speak(document.getDocumentCatalog().getStructureTreeRoot(), document.getPage(0), contents, spoken);
			return spoken.toString().replaceAll("\\s+", " ").strip();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void speak(PDStructureNode node, PDPage page, Map<List<Object>, String> contents,
			StringBuilder spoken) {
		for (Object kid : node.getKids()) {
			if (kid instanceof PDStructureElement element) {
				PDPage its = (element.getPage() != null) ? element.getPage() : page;
				if (!"Span".equals(element.getStructureType())) {
					spoken.append(' ');
				}
				if (element.getActualText() != null) {
					spoken.append(element.getActualText());
				}
				else if ("Figure".equals(element.getStructureType())) {
					spoken.append(element.getAlternateDescription()).append(' ');
				}
				else {
					speak(element, its, contents, spoken);
				}
			}
			else if (kid instanceof PDMarkedContentReference content) {
				spoken.append(contents
					.get(List.of((content.getPage() != null) ? content.getPage() : page, content.getMCID())));
			}
			else if (kid instanceof Integer number) {
				spoken.append(contents.get(List.of(page, number)));
			}
		}
	}

	private static String page(PDDocument document, int page) {
		try {
			var stripper = new PDFTextStripper();
			stripper.setSortByPosition(true);
			stripper.setStartPage(page);
			stripper.setEndPage(page);
			return stripper.getText(document);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static BufferedImage picture(byte[] pdf, int page) {
		return picture(pdf, page, READABLE_DPI);
	}

	static BufferedImage picture(byte[] pdf, int page, float dpi) {
		try (PDDocument document = open(pdf)) {
			return new PDFRenderer(document).renderImageWithDPI(page, dpi);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * How much of the mark at the top left of a page is cut off: how many more outermost
	 * dots it has on the left than at the bottom, which is never cut.
	 */
	static int cutOffTheMark(byte[] pdf) {
		BufferedImage corner = picture(pdf, 0).getSubimage(0, 0, 190, 210);
		List<Point> ring = IntStream.range(0, corner.getWidth() * corner.getHeight())
			.mapToObj((dot) -> new Point(dot % corner.getWidth(), dot / corner.getWidth()))
			.filter((dot) -> isTeal(new Color(corner.getRGB(dot.x, dot.y))))
			.toList();
		int left = ring.stream().mapToInt((dot) -> dot.x).min().orElseThrow();
		int bottom = ring.stream().mapToInt((dot) -> dot.y).max().orElseThrow();
		return (int) (ring.stream().filter((dot) -> dot.x == left).count()
				- ring.stream().filter((dot) -> dot.y == bottom).count());
	}

	private static boolean isTeal(Color color) {
		return color.getRed() < 100 && color.getGreen() > color.getRed() + 30;
	}

	/** What a phone reads from the QR code in a picture. */
	static String scan(BufferedImage picture) {
		return scan(picture, DecodeHintType.TRY_HARDER);
	}

	/**
	 * The same for a picture of the code alone. It skips the search for the code, which
	 * fails for one in eighty.
	 */
	static String scanAlone(BufferedImage picture) {
		return scan(picture, DecodeHintType.PURE_BARCODE);
	}

	private static String scan(BufferedImage picture, DecodeHintType hint) {
		int[] pixels = picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
		var source = new RGBLuminanceSource(picture.getWidth(), picture.getHeight(), pixels);
		try {
			return new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(source)), Map.of(hint, true))
				.getText();
		}
		catch (NotFoundException ex) {
			throw new AssertionError("There is no QR code", ex);
		}
		catch (ReaderException ex) {
			throw new AssertionError("The QR code cannot be read", ex);
		}
	}

}
