package org.awarenessweek.mail.text;

import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.awarenessweek.mail.text.Value.Item;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.Document;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Link;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.node.ThematicBreak;

import org.springframework.web.util.HtmlUtils;

/**
 * The HTML part. A line ends where the text's line ends. Values are isolated, so that no
 * writing direction reaches beyond them.
 */
final class HtmlPart extends Part {

	private static final Pattern PARAGRAPH_END = Pattern.compile("\\n[ \\t]*\\n\\s*");

	HtmlPart(Map<Placeholder, Value> values, UnaryOperator<String> absolute) {
		super(values, absolute);
	}

	@Override
	String of(Node node) {
		return switch (node) {
			case Document document -> document(inside(document, "\n"));
			case Heading heading -> tag("h" + heading.getLevel(), inside(heading, ""));
			case Paragraph paragraph -> paragraph(paragraph);
			case BlockQuote quotation -> tag("blockquote", inside(quotation, "\n"));
			case BulletList list -> tag("ul", inside(list, "\n"));
			case OrderedList list -> tag("ol", inside(list, "\n")).replaceFirst("<ol>",
					"<ol start=\"" + list.getMarkerStartNumber() + "\">");
			case ListItem item -> tag("li", inside(item, "\n"));
			case ThematicBreak line -> (line.getParent() instanceof Document) ? "<hr>" : "";
			case Text text -> filled(text.getLiteral());
			case HtmlInline html -> filled(html.getLiteral());
			case Code code -> tag("code", filled(code.getLiteral()));
			case Emphasis emphasis -> tag("em", inside(emphasis, ""));
			case StrongEmphasis strong -> tag("strong", inside(strong, ""));
			case SoftLineBreak _, HardLineBreak _ -> "<br>\n";
			case Link link -> link(link, "");
			default -> inside(node, "");
		};
	}

	/**
	 * The first sentence with only its values in tags, and the next after a very short
	 * one.
	 */
	String opening(Node document) {
		return children(document).stream()
			.filter((child) -> child instanceof Paragraph paragraph && !isLeftOut(paragraph) && !isButton(paragraph))
			.findFirst()
			.map((first) -> of(first).replaceAll("<(?!/?bdi)[^>]*>", "").replaceAll("\\s+", " "))
			.map((words) -> words.replaceFirst("(?<=.{40}[.?]) (?![^<]*</bdi>).*", ""))
			.orElse("");
	}

	/** What is below the first line across is small print. */
	private static String document(String html) {
		String[] parts = html.split("<hr>\n?", 2);
		return (parts.length == 1) ? html
				: parts[0] + "<div class=\"small\">\n" + parts[1].replace("<hr>", "") + "\n</div>";
	}

	private String paragraph(Paragraph paragraph) {
		if (isClose(paragraph)) {
			return inside(paragraph, "");
		}
		if (isButton(paragraph)) {
			return tag("p", link((Link) paragraph.getFirstChild(), " class=\"button\""));
		}
		return switch (alone(paragraph)) {
			case Value.Words words -> PARAGRAPH_END.splitAsStream(words.words())
				.map((one) -> "<p dir=\"auto\">" + plain(one) + "</p>")
				.collect(Collectors.joining("\n"));
			case Value.Items items -> items.items()
				.stream()
				.map((item) -> tag("li", item(item)))
				.collect(Collectors.joining("\n", "<ul>\n", "\n</ul>"));
			case null, default -> tag("p", inside(paragraph, ""));
		};
	}

	private String link(Link link, String attributes) {
		String address = address(link);
		String words = inside(link, "").replaceAll("</?a\\b[^>]*>", "");
		return (address != null) ? link(address, attributes, words) : words;
	}

	private String link(String address, String attributes, String html) {
		return "<a" + attributes + " href=\"" + HtmlUtils.htmlEscape(address, "UTF-8") + "\">" + html + "</a>";
	}

	@Override
	String within(Value value) {
		return switch (value) {
			case Value.Words words -> isolated(words.words());
			case Value.Link link -> link(whole(link.address()), "", plain(read(link.address())));
			case Value.Items items ->
				items.items().stream().map((item) -> isolated(item.words())).collect(Collectors.joining(", "));
		};
	}

	private String item(Item item) {
		String words = isolated(item.words());
		return ((item.path() != null) ? link(whole(item.path()), "", words) : tag("strong", words))
				+ item.lines().stream().map((line) -> "<br>\n" + isolated(line)).collect(Collectors.joining());
	}

	private String isolated(String words) {
		return tag("bdi", plain(words));
	}

	@Override
	String plain(String words) {
		return HtmlUtils.htmlEscape(words, "UTF-8").replace("\n", "<br>\n");
	}

	private static String tag(String name, String html) {
		return "<" + name + ">" + html + "</" + name + ">";
	}

}
