package org.awarenessweek.print;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.GregorianCalendar;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.SimpleFormatter;

import com.openhtmltopdf.extend.FSSupplier;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.JDKXRLogger;
import com.openhtmltopdf.util.XRLog;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.documentinterchange.taggedpdf.StandardStructureTypes;
import org.awarenessweek.site.PlainEnglish;
import org.awarenessweek.site.Site;
import org.slf4j.bridge.SLF4JBridgeHandler;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * Makes PDFs from templates, tagged as PDF/UA requires. The same model gives the same
 * bytes. Nothing is fetched: fonts come from the class path, pictures are
 * {@link Drawings}.
 */
@Component
public class Paper {

	private static final PlainEnglish ENGLISH = new PlainEnglish();

	/** What XML cannot hold, even escaped. */
	private static final String UNFIT = "[^\\t\\n\\r\\u0020-\\ud7ff\\ue000-\\ufffd\\x{10000}-\\x{10ffff}]";

	static {
		// Uses the site's log, and warnings only: below, it reports every font
		XRLog.setLoggerImpl(new JDKXRLogger(false, Level.WARNING, new SLF4JBridgeHandler(), new SimpleFormatter()));
	}

	private final ITemplateEngine templates;

	private final Site site;

	Paper(ITemplateEngine templates, Site site) {
		this.templates = templates;
		this.site = site;
	}

	/**
	 * Prints a template.
	 * @param template its name, without its folder
	 * @param model what it shows
	 * @param changed when that last changed: the document's date
	 */
	public Sheets print(String template, Map<String, ?> model, Instant changed) {
		Map<String, Object> everything = new HashMap<>(model);
		everything.put("site", this.site);
		everything.put("english", ENGLISH);
		String html = this.templates.process("print/" + template, new Context(Locale.UK, everything));
		return print(html.replaceAll(UNFIT, ""), changed);
	}

	private Sheets print(String html, Instant changed) {
		var drawings = new Drawings(Colours.of(this.site.colours()));
		var bytes = new ByteArrayOutputStream();
		try (var renderer = builder(drawings).withHtmlContent(html, null).buildPdfRenderer();
				PDDocument document = renderer.createPDFKeepOpen()) {
			finish(document, drawings.texts(), changed);
			document.save(bytes);
			return new Sheets(bytes.toByteArray(), document.getNumberOfPages());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static PdfRendererBuilder builder(Drawings drawings) {
		var builder = new PdfRendererBuilder().usePdfUaAccessibility(true)
			.addDOMMutator(drawings)
			.useObjectDrawerFactory(drawings);
		for (ExternalResourceControlPriority moment : ExternalResourceControlPriority.values()) {
			builder.useExternalResourceAccessControl((address, type) -> false, moment);
		}
		for (Typeface face : Typeface.values()) {
			builder.useFont(content(face.own()), "Atkinson Hyperlegible", face.weight(), FontStyle.NORMAL, true);
			builder.useFont(content(face.further()), "Noto Sans", face.weight(), FontStyle.NORMAL, true);
		}
		return builder;
	}

	private static FSSupplier<InputStream> content(ClassPathResource font) {
		return () -> {
			try {
				return font.getInputStream();
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		};
	}

	/** Tags outlined letters with the text that they show. */
	private static void finish(PDDocument document, Set<String> texts, Instant changed) {
		read(document.getDocumentCatalog().getStructureTreeRoot(), texts);
		var date = GregorianCalendar.from(changed.atZone(ZoneOffset.UTC));
		document.getDocumentInformation().setCreationDate(date);
		document.getDocumentInformation().setModificationDate(date);
		document.setDocumentId(changed.toEpochMilli());
	}

	private static void read(PDStructureNode node, Set<String> texts) {
		for (Object kid : node.getKids()) {
			if (kid instanceof PDStructureElement element) {
				String words = element.getAlternateDescription();
				if (StandardStructureTypes.Figure.equals(element.getStructureType()) && texts.contains(words)) {
					element.setStructureType(StandardStructureTypes.SPAN);
					element.setActualText(words);
					element.getCOSObject().removeItem(COSName.ALT);
					element.getCOSObject().removeItem(COSName.A);
				}
				read(element, texts);
			}
		}
	}

	/**
	 * What was printed.
	 *
	 * @param content the PDF
	 * @param number how many pages it has
	 */
	public record Sheets(byte[] content, int number) {
	}

}
