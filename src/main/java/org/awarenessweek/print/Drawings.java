package org.awarenessweek.print;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import com.openhtmltopdf.extend.FSDOMMutator;
import com.openhtmltopdf.extend.FSObjectDrawer;
import com.openhtmltopdf.extend.FSObjectDrawerFactory;
import org.awarenessweek.picture.Mark;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.Text;

/**
 * Draws the objects of one document: {@code <object type="mark">},
 * {@code <object type="qr" data="address">}, {@code <object type="picture">} with a JPEG
 * file as its data, and the outlines of text that PDF writers get wrong (letters that
 * join, change places or run from right to left). The nearest {@code data-measure} gives
 * the width of outlined text, in ems.
 */
class Drawings implements FSDOMMutator, FSObjectDrawerFactory {

	/** The size for layout; letters are then drawn in their own. */
	private static final float LARGE = 100;

	private static final String MEASURE = "data-measure";

	private static final Set<String> BOLD = Set.of("h1", "h2", "h3", "strong");

	private final Colours colours;

	private final Map<String, Color> named;

	private final Map<Element, Lettering> letterings = new HashMap<>();

	private final Set<String> texts = new HashSet<>();

	Drawings(Colours colours) {
		this.colours = colours;
		this.named = Map.of("teal", colours.teal(), "soft", Colours.INK_SOFT, "off", Colours.BAD);
	}

	/** The texts drawn as outlines. */
	Set<String> texts() {
		return this.texts;
	}

	@Override
	public void mutateDocument(Document document) {
		letter(document.getDocumentElement(), new Hand(Typeface.REGULAR, Colours.INK, LARGE, this.named));
	}

	private void letter(Node node, Hand hand) {
		for (Node child = node.getFirstChild(); child != null;) {
			Node next = child.getNextSibling();
			if (child instanceof Text text) {
				letter(text, hand);
			}
			else if (child instanceof Element element && !element.getTagName().equals("head")) {
				letter(element, hand.in(element));
			}
			child = next;
		}
	}

	private void letter(Text text, Hand hand) {
		String whole = text.getData();
		if (whole.isBlank() || hand.face().isPlain(whole)) {
			return;
		}
		String spelt = hand.face().spell(whole);
		text.setData(spelt);
		if (!hand.face().isPlain(spelt)) {
			Lines lines = Lines.set(spelt, hand.face(), LARGE, hand.measure() * LARGE);
			Element object = text.getOwnerDocument().createElement("object");
			object.setAttribute("alt", whole);
			object.setAttribute("style",
					String.format(Locale.ROOT, "width: %.3fem; height: %.3fem; vertical-align: %.3fem",
							lines.width() / LARGE, lines.height() / LARGE, -lines.depth() / LARGE));
			this.letterings.put(object, new Lettering(lines, hand.colour()));
			this.texts.add(whole);
			text.getParentNode().replaceChild(object, text);
		}
	}

	@Override
	public boolean isReplacedObject(Element object) {
		return true;
	}

	@Override
	public FSObjectDrawer createDrawer(Element object) {
		return (element, x, y, width, height, device, context, dotsPerPixel) -> {
			float across = (float) width / dotsPerPixel;
			float down = (float) height / dotsPerPixel;
			device.drawWithGraphics((float) x, (float) y, (float) Math.ceil(across), (float) Math.ceil(down),
					(graphics) -> draw(element, graphics, across));
			return null;
		};
	}

	private void draw(Element object, Graphics2D graphics, float width) {
		graphics.setColor(Colours.INK);
		switch (object.getAttribute("type")) {
			case "mark" -> Mark.draw(graphics, 0, 0, width / Mark.SIZE, this.colours.teal(), this.colours.apricot());
			case "ring" ->
				Mark.draw(graphics, 0, 0, width / Mark.SIZE, this.colours.sagePale(), this.colours.apricotPale());
			case "picture" -> {
				BufferedImage picture = ShareCard.read(Base64.getDecoder().decode(object.getAttribute("data")));
				graphics.scale(width / picture.getWidth(), width / picture.getWidth());
				graphics.drawImage(picture, 0, 0, null);
			}
			case "qr" -> graphics.fill(QrCode.of(object.getAttribute("data")).shape(width));
			default -> Objects.requireNonNull(this.letterings.get(object)).draw(graphics, width);
		}
	}

	/** How text looks at one place in a document. */
	private record Hand(Typeface face, Color colour, float measure, Map<String, Color> named) {

		Hand in(Element element) {
			return new Hand(BOLD.contains(element.getTagName()) ? Typeface.BOLD : this.face,
					Arrays.stream(element.getAttribute("class").split(" "))
						.map(this.named::get)
						.filter(Objects::nonNull)
						.findFirst()
						.orElse(this.colour),
					element.hasAttribute(MEASURE) ? Float.parseFloat(element.getAttribute(MEASURE)) : this.measure,
					this.named);
		}

	}

	private record Lettering(Lines lines, Color colour) {

		void draw(Graphics2D graphics, float width) {
			if (this.lines.width() > 0) {
				graphics.setColor(this.colour);
				graphics.scale(width / this.lines.width(), width / this.lines.width());
				this.lines.draw(graphics, 0, 0, this.lines.width());
			}
		}

	}

}
