package org.awarenessweek.toolkit.upload;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;

import org.awarenessweek.toolkit.upload.Upload.Refused;

/**
 * Writes an SVG anew with nothing but what draws: elements and attributes of a short
 * list, and references within the drawing alone. What runs, loads or leads somewhere is
 * left out.
 */
final class Drawing {

	private static final String SVG = "http://www.w3.org/2000/svg";

	private static final String XLINK = "http://www.w3.org/1999/xlink";

	/** Those that leave something to be seen. */
	private static final Set<String> SEEN = Set.of("path", "rect", "circle", "ellipse", "line", "polyline", "polygon",
			"text");

	private static final Set<String> OTHERS = Set.of("svg", "g", "defs", "title", "desc", "tspan", "linearGradient",
			"radialGradient", "stop", "clipPath", "mask", "pattern", "symbol", "use", "marker", "style");

	/** Those without which a drawing looks the same. */
	private static final Set<String> UNSEEN = Set.of("script", "metadata", "view", "cursor");

	private static final Set<String> ATTRIBUTES = Set.of(("id class style transform d x y x1 y1 x2 y2 cx cy r rx ry"
			+ " fx fy dx dy width height viewBox preserveAspectRatio points pathLength offset href fill fill-opacity"
			+ " fill-rule stroke stroke-width stroke-opacity stroke-linecap stroke-linejoin stroke-miterlimit"
			+ " stroke-dasharray stroke-dashoffset stop-color stop-opacity opacity color clip-path clip-rule"
			+ " clipPathUnits mask maskUnits maskContentUnits gradientUnits gradientTransform spreadMethod"
			+ " patternUnits patternContentUnits patternTransform marker-start marker-mid marker-end markerWidth"
			+ " markerHeight markerUnits orient refX refY font-family font-size font-style font-weight letter-spacing"
			+ " word-spacing text-anchor dominant-baseline textLength lengthAdjust rotate display visibility version"
			+ " role aria-label")
		.split(" "));

	/** A reference to another part of the drawing. */
	private static final Pattern WITHIN = Pattern.compile("url\\(\\s*(['\"]?)#[\\w.:-]+\\1\\s*\\)");

	/** What may lead out of the drawing, or hide that it does. */
	private static final Pattern LEADS_OUT = Pattern
		.compile("(?i)url\\(|image-set|image\\(|src\\(|@|\\\\|expression|script:");

	private final XMLStreamReader from;

	private final XMLStreamWriter to;

	private final Set<String> leftOut = new TreeSet<>();

	private boolean draws;

	private Drawing(XMLStreamReader from, XMLStreamWriter to) {
		this.from = from;
		this.to = to;
	}

	/**
	 * The drawing without anything else.
	 * @param leftOut receives what visible parts were left out
	 * @throws Refused if it is none, or nothing of it is left
	 */
	static byte[] cleaned(byte[] svg, Set<String> leftOut) {
		XMLInputFactory secure = XMLInputFactory.newDefaultFactory();
		secure.setProperty(XMLInputFactory.SUPPORT_DTD, false);
		secure.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
		secure.setProperty(XMLInputFactory.IS_COALESCING, true);
		var clean = new ByteArrayOutputStream();
		try {
			XMLStreamReader from = secure.createXMLStreamReader(new ByteArrayInputStream(svg));
			XMLStreamWriter to = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(clean, "UTF-8");
			Drawing drawing = new Drawing(from, to);
			drawing.write();
			to.flush();
			if (!drawing.draws) {
				throw new Refused("drawing");
			}
			leftOut.addAll(drawing.leftOut);
		}
		catch (XMLStreamException | RuntimeException ex) {
			throw (ex instanceof Refused refusal) ? refusal : new Refused("broken", FileKind.SVG);
		}
		return clean.toByteArray();
	}

	private void write() throws XMLStreamException {
		int depth = 0;
		while (this.from.hasNext()) {
			int event = this.from.next();
			if (event == XMLStreamConstants.START_ELEMENT) {
				if (depth == 0 && !isDrawing("svg")) {
					throw new Refused("kind");
				}
				if (begin(depth == 0)) {
					depth++;
				}
			}
			else if (event == XMLStreamConstants.END_ELEMENT) {
				this.to.writeEndElement();
				depth--;
			}
			else if (event == XMLStreamConstants.CHARACTERS && depth > 0) {
				this.to.writeCharacters(this.from.getText());
			}
			else if (event == XMLStreamConstants.ENTITY_REFERENCE) {
				throw new Refused("broken", FileKind.SVG);
			}
		}
	}

	/** Writes the beginning of an element, or goes past all of it. */
	private boolean begin(boolean root) throws XMLStreamException {
		String name = this.from.getLocalName();
		if (!SVG.equals(this.from.getNamespaceURI()) || !(SEEN.contains(name) || OTHERS.contains(name))) {
			if (SVG.equals(this.from.getNamespaceURI()) && !UNSEEN.contains(name)) {
				this.leftOut.add(name);
			}
			pass();
			return false;
		}
		if (name.equals("style")) {
			String style = this.from.getElementText();
			if (leadsOut(style)) {
				this.leftOut.add(name);
				return false;
			}
			this.to.writeStartElement(name);
			this.to.writeCharacters(style);
			this.to.writeEndElement();
			return false;
		}
		this.draws |= SEEN.contains(name);
		this.to.writeStartElement(name);
		if (root) {
			this.to.writeDefaultNamespace(SVG);
		}
		for (int each = 0; each < this.from.getAttributeCount(); each++) {
			copyAttribute(each);
		}
		return true;
	}

	private void copyAttribute(int each) throws XMLStreamException {
		String name = this.from.getAttributeLocalName(each);
		String namespace = this.from.getAttributeNamespace(each);
		String value = this.from.getAttributeValue(each);
		boolean own = namespace == null || namespace.isEmpty();
		boolean reference = name.equals("href") && (own || XLINK.equals(namespace));
		if (reference ? value.startsWith("#") : own && ATTRIBUTES.contains(name) && !leadsOut(value)) {
			this.to.writeAttribute(name, value);
		}
		else if (own && (name.equals("filter") || ATTRIBUTES.contains(name))) {
			this.leftOut.add(name);
		}
	}

	private boolean isDrawing(String name) {
		return SVG.equals(this.from.getNamespaceURI()) && name.equals(this.from.getLocalName());
	}

	private void pass() throws XMLStreamException {
		for (int depth = 1; depth > 0;) {
			int event = this.from.next();
			depth += (event == XMLStreamConstants.START_ELEMENT) ? 1
					: (event == XMLStreamConstants.END_ELEMENT) ? -1 : 0;
		}
	}

	private static boolean leadsOut(String value) {
		return LEADS_OUT.matcher(WITHIN.matcher(value).replaceAll("")).find();
	}

}
