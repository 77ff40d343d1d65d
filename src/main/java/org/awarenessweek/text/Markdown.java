package org.awarenessweek.text;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.AttributeProvider;
import org.commonmark.renderer.html.DefaultUrlSanitizer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.html.HtmlWriter;
import org.commonmark.renderer.text.TextContentRenderer;

/**
 * Turns text with CommonMark's signs (spec.commonmark.org) into HTML for a page. HTML in
 * the text is shown as typed, links lead to web pages and email addresses only, and a
 * picture is shown as its words. A quotation whose last paragraph begins with a dash
 * names its source there.
 */
public final class Markdown {

	private static final Parser PARSER = Parser.builder().build();

	private static final TextContentRenderer WORDS = TextContentRenderer.builder().build();

	private static final HtmlRenderer PAGE = HtmlRenderer.builder()
		.escapeHtml(true)
		.sanitizeUrls(true)
		.urlSanitizer(new DefaultUrlSanitizer(List.of("http", "https", "mailto")))
		.attributeProviderFactory((context) -> new Attributes())
		.nodeRendererFactory(Quotations::new)
		.build();

	private Markdown() {
	}

	/** The text as HTML. */
	public static String html(String text) {
		Node document = PARSER.parse(text);
		document.accept(new AbstractVisitor() {

			@Override
			public void visit(Image image) {
				for (Node words = image.getFirstChild(); words != null; words = image.getFirstChild()) {
					image.insertBefore(words);
				}
				image.unlink();
			}

		});
		return PAGE.render(document);
	}

	/** Words that are to be shown as they are, whatever signs they contain. */
	public static String escaped(String words) {
		return words.replaceAll("([\\\\`*_{}\\[\\]()#+.!<>~&|-])", "\\\\$1");
	}

	/** How many headings of the first level the text has: one for each page. */
	public static long titles(String text) {
		AtomicLong titles = new AtomicLong();
		PARSER.parse(text).accept(new AbstractVisitor() {

			@Override
			public void visit(Heading heading) {
				titles.addAndGet((heading.getLevel() == 1) ? 1 : 0);
			}

		});
		return titles.get();
	}

	private static Stream<Node> blocks(Node parent) {
		return Stream.iterate(parent.getFirstChild(), (node) -> node != null, Node::getNext);
	}

	/**
	 * Gives headings an address within the page, the paragraph below the title its size,
	 * and links out of the site a mark.
	 */
	private static final class Attributes implements AttributeProvider {

		/** The templates' own, and those that the text has used. */
		private final Set<String> used = new HashSet<>(List.of("main", "contact", "events", "pledge", "conversation"));

		@Override
		public void setAttributes(Node node, String tag, Map<String, String> attributes) {
			if (node instanceof Heading heading && heading.getLevel() == 2) {
				String id = Words.of(WORDS.render(heading)).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
				if (!id.isEmpty() && this.used.add(id)) {
					attributes.put("id", id);
				}
			}
			if (node instanceof Paragraph && node.getPrevious() instanceof Heading title && title.getLevel() == 1) {
				attributes.put("class", "lead");
			}
			if (node instanceof Link link) {
				attributes.remove("rel");
				if (link.getDestination().matches("(?i)(https?:)?//.*")) {
					attributes.put("rel", "external");
				}
			}
		}

	}

	private static final class Quotations implements NodeRenderer {

		private final HtmlNodeRendererContext context;

		private final HtmlWriter html;

		Quotations(HtmlNodeRendererContext context) {
			this.context = context;
			this.html = context.getWriter();
		}

		@Override
		public Set<Class<? extends Node>> getNodeTypes() {
			return Set.of(BlockQuote.class);
		}

		@Override
		public void render(Node quotation) {
			List<Node> parts = blocks(quotation).collect(Collectors.toList());
			boolean named = parts.size() > 1 && parts.getLast().getFirstChild() instanceof Text start
					&& start.getLiteral().startsWith("— ");
			this.html.tag("figure");
			this.html.tag("blockquote");
			parts.subList(0, named ? parts.size() - 1 : parts.size()).forEach(this.context::render);
			this.html.tag("/blockquote");
			if (named) {
				Text start = (Text) parts.getLast().getFirstChild();
				start.setLiteral(start.getLiteral().substring(2));
				this.html.tag("figcaption");
				blocks(parts.getLast()).forEach(this.context::render);
				this.html.tag("/figcaption");
			}
			this.html.tag("/figure");
		}

	}

}
