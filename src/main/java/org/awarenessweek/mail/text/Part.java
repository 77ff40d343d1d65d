package org.awarenessweek.mail.text;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.awarenessweek.mail.text.Value.Words;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.Code;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Link;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.Text;
import org.jspecify.annotations.Nullable;

/**
 * One of an email's two parts in the making. Values are put in where the text has been
 * read already, so no value is read as CommonMark or as a placeholder. A paragraph,
 * heading, list item or quotation is left out when a placeholder in it has nothing to
 * say.
 */
abstract class Part {

	private static final Pattern NAME = Pattern.compile("\\{([^{}\\n]*)\\}");

	/** What a text may link to besides a placeholder. */
	private static final Pattern ADDRESS = Pattern.compile("(?i)/([^/{}][^{}]*)?|https?://[^{}]+|mailto:[^{}]+");

	private final Map<Placeholder, Value> values;

	private final UnaryOperator<String> absolute;

	private final Set<Placeholder> said = EnumSet.noneOf(Placeholder.class);

	/**
	 * @param values what has something to say
	 * @param absolute makes a path an address
	 */
	Part(Map<Placeholder, Value> values, UnaryOperator<String> absolute) {
		this.values = values;
		this.absolute = absolute;
	}

	/** The node as it is in this part. */
	abstract String of(Node node);

	/** Words that are shown as they are. */
	abstract String plain(String words);

	/** A value within a line. */
	abstract String within(Value value);

	/** What the part has said so far. */
	Set<Placeholder> said() {
		return this.said;
	}

	/** The names in braces that a node has, in what is read and in what it links to. */
	static Stream<String> names(Node node) {
		return Stream.concat(
				literals(node).flatMap((literal) -> NAME.matcher(literal).results()).map((name) -> name.group(1)),
				children(node).stream().flatMap(Part::names));
	}

	/** The names in braces in a line. */
	static Stream<String> names(String line) {
		return NAME.matcher(line).results().map((name) -> name.group(1));
	}

	/** Whether a text can link to this. */
	static boolean isAddress(String destination) {
		Matcher name = NAME.matcher(destination);
		return name.matches()
				? Placeholder.named(name.group(1)).filter((one) -> one.sample() instanceof Value.Link).isPresent()
				: ADDRESS.matcher(destination).matches();
	}

	static List<Node> children(Node parent) {
		List<Node> children = new ArrayList<>();
		for (Node child = parent.getFirstChild(); child != null; child = child.getNext()) {
			children.add(child);
		}
		return children;
	}

	/** What is in a node, without what is left out. */
	final String inside(Node parent, String between) {
		return children(parent).stream()
			.filter((child) -> !isLeftOut(child))
			.map(this::of)
			.collect(Collectors.joining(between));
	}

	/** A literal with the values in place of their names. */
	final String filled(String literal) {
		StringBuilder all = new StringBuilder();
		int read = 0;
		for (Matcher name = NAME.matcher(literal); name.find(); read = name.end()) {
			Value value = value(name.group(1));
			all.append(plain(literal.substring(read, name.start()))).append((value != null) ? within(value) : "");
		}
		return all.append(plain(literal.substring(read))).toString();
	}

	/** The value of which a paragraph is nothing but the name. */
	final @Nullable Value alone(Paragraph paragraph) {
		return (paragraph.getFirstChild() instanceof Text text && text.getNext() == null
				&& NAME.matcher(text.getLiteral()) instanceof Matcher name && name.matches()) ? value(name.group(1))
						: null;
	}

	/** Whether a paragraph is nothing but one link. */
	final boolean isButton(Paragraph paragraph) {
		return paragraph.getFirstChild() instanceof Link link && link.getNext() == null && address(link) != null;
	}

	/** Where a link of the text leads; {@code null} if the site does not link there. */
	final @Nullable String address(Link link) {
		String destination = link.getDestination();
		if (!isAddress(destination)) {
			return null;
		}
		Matcher name = NAME.matcher(destination);
		return !name.matches() ? whole(destination)
				: (value(name.group(1)) instanceof Value.Link value) ? whole(value.address()) : null;
	}

	/** An address that works outside the site. */
	final String whole(String address) {
		return address.startsWith("/") ? this.absolute.apply(address) : address;
	}

	/** An address as people read it. */
	final String read(String address) {
		return whole(address).replaceFirst("(?i)^mailto:", "");
	}

	/** Whether list items stand close together. */
	static boolean isClose(Node paragraph) {
		return paragraph.getParent() instanceof ListItem item && item.getParent() instanceof ListBlock list
				&& list.isTight();
	}

	final boolean isLeftOut(Node node) {
		return switch (node) {
			case ListBlock list -> children(list).stream().allMatch(this::isLeftOut);
			case Paragraph _, Heading _, ListItem _, BlockQuote _ ->
				names(node).anyMatch((name) -> Placeholder.named(name).filter(this.values::containsKey).isEmpty());
			default -> false;
		};
	}

	private @Nullable Value value(String name) {
		Optional<Placeholder> known = Placeholder.named(name);
		known.ifPresent(this.said::add);
		return known.map(this.values::get).orElse(null);
	}

	private static Stream<String> literals(Node node) {
		return switch (node) {
			case Text text -> Stream.of(text.getLiteral());
			case Code code -> Stream.of(code.getLiteral());
			case HtmlInline html -> Stream.of(html.getLiteral());
			case Link link -> Stream.of(link.getDestination());
			default -> Stream.empty();
		};
	}

	/** A subject: one line of words, in which what has nothing to say vanishes. */
	static String subject(String line, Map<Placeholder, Value> values) {
		return NAME.matcher(line)
			.replaceAll((name) -> Matcher.quoteReplacement(Placeholder.named(name.group(1))
				.map(values::get)
				.map((value) -> (value instanceof Words words) ? words.words() : "")
				.orElse("")))
			.replaceAll("[\\p{Cc} ]+", " ")
			.replaceAll("^[ :,–—]+|[ :,–—]+$", "");
	}

}
