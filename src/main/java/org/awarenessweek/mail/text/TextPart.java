package org.awarenessweek.mail.text;

import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.awarenessweek.mail.text.Value.Item;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.Code;
import org.commonmark.node.Document;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Link;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.node.ThematicBreak;

/**
 * The plain text part. A link's address stands in a line of its own where its words end
 * the paragraph, otherwise in brackets.
 */
final class TextPart extends Part {

	TextPart(Map<Placeholder, Value> values, UnaryOperator<String> absolute) {
		super(values, absolute);
	}

	@Override
	String of(Node node) {
		return switch (node) {
			case Document document -> paragraphs(document);
			case BlockQuote quotation -> paragraphs(quotation);
			case ListBlock list -> inside(list, list.isTight() ? "\n" : "\n\n");
			case ListItem item -> item(item);
			case Paragraph paragraph when !isClose(paragraph) && alone(paragraph) instanceof Value.Items items ->
				items.items().stream().map(this::item).collect(Collectors.joining("\n\n"));
			case Text text -> isStopAfterAddress(text) ? "" : filled(text.getLiteral());
			case HtmlInline html -> filled(html.getLiteral());
			case Code code -> filled(code.getLiteral());
			case SoftLineBreak _, HardLineBreak _ -> "\n";
			case Link link -> link(link);
			case ThematicBreak _ -> "";
			default -> inside(node, "");
		};
	}

	private String paragraphs(Node parent) {
		return inside(parent, "\n\n").replaceAll("\\n{3,}", "\n\n");
	}

	private String item(ListItem item) {
		String sign = "- ";
		if (item.getParent() instanceof OrderedList list && list.getMarkerStartNumber() != null) {
			int number = list.getMarkerStartNumber()
					+ children(list).stream().filter((one) -> !isLeftOut(one)).toList().indexOf(item);
			sign = number + ". ";
		}
		return sign + inside(item, "\n").replace("\n", "\n" + " ".repeat(sign.length()));
	}

	private String link(Link link) {
		String words = inside(link, "");
		String address = address(link);
		if (address == null || words.equals(read(address))) {
			return words;
		}
		return endsParagraph(link) ? words.replaceFirst("[.:]$", "") + ":\n" + read(address)
				: words + " (" + read(address) + ")";
	}

	private static boolean endsParagraph(Link link) {
		return link.getParent() instanceof Paragraph
				&& (link.getNext() == null || link.getNext() instanceof Text text && isStop(text));
	}

	private boolean isStopAfterAddress(Text text) {
		return isStop(text) && text.getPrevious() instanceof Link link && endsParagraph(link) && address(link) != null;
	}

	private static boolean isStop(Text text) {
		return text.getNext() == null && text.getLiteral().equals(".");
	}

	@Override
	String within(Value value) {
		return switch (value) {
			case Value.Words words -> words.words();
			case Value.Link link -> read(link.address());
			case Value.Items items -> items.items().stream().map(Item::words).collect(Collectors.joining(", "));
		};
	}

	private String item(Item item) {
		return Stream
			.of(Stream.of(item.words()), item.lines().stream(), Stream.ofNullable(item.path()).map(this::whole))
			.flatMap((lines) -> lines)
			.collect(Collectors.joining("\n"));
	}

	@Override
	String plain(String words) {
		return words;
	}

}
