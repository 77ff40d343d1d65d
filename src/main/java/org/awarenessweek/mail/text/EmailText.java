package org.awarenessweek.mail.text;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.awarenessweek.mail.text.Placeholder.Presence;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.Heading;
import org.commonmark.node.Link;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.Parser;

/**
 * An email's text, read once: a first line {@code Subject: ...}, an empty line, and
 * CommonMark. A paragraph that is nothing but one link is a button, and everything below
 * a line {@code ---} is small print.
 */
public final class EmailText {

	private static final String SUBJECT = "Subject:";

	/** In UTF-16; the database keeps more. */
	private static final int LONGEST_SUBJECT = 250;

	/** The beginning of a name whose brace is not closed. */
	private static final Pattern OPEN = Pattern.compile("\\{\\p{L}+(?![^{}\\n]*\\})");

	private static final Parser PARSER = Parser.builder()
		.enabledBlockTypes(Set.of(Heading.class, ListBlock.class, BlockQuote.class, ThematicBreak.class))
		.build();

	private final String subject;

	private final String below;

	private final Node body;

	private EmailText(String subject, String below) {
		this.subject = subject;
		this.below = below;
		// Without the empty lines, CommonMark takes what is above for a heading.
		this.body = PARSER.parse(below.replaceAll("(?m)^---[ \\t]*$", "\n---\n"));
	}

	/** Reads a text, whatever is wrong with it. */
	public static EmailText read(String text) {
		String[] parts = text.strip().split("\\R", 2);
		return parts[0].startsWith(SUBJECT)
				? new EmailText(parts[0].substring(SUBJECT.length()).strip(), (parts.length > 1) ? parts[1] : "")
				: new EmailText("", text);
	}

	/** The email with its values. */
	EmailParts write(Map<Placeholder, Value> values, UnaryOperator<String> absolute) {
		String line = Part.subject(this.subject, values);
		String subject = (line.length() <= LONGEST_SUBJECT) ? line
				: line.substring(0, line.offsetByCodePoints(0, LONGEST_SUBJECT / 2)) + "…";
		HtmlPart html = new HtmlPart(values, absolute);
		return new EmailParts(subject, html.opening(this.body),
				new TextPart(values, absolute).of(this.body).strip() + "\n", html.of(this.body));
	}

	/** What is wrong with the text, for this email. */
	public Optional<Fault> fault(Email email) {
		Predicate<String> unknown = (name) -> Placeholder.named(name).filter(email.all()::containsKey).isEmpty();
		Optional<String> strange = Stream.concat(Part.names(this.subject), Part.names(this.body))
			.filter(unknown)
			.map((name) -> "{" + name + "}")
			.findFirst()
			.or(() -> OPEN.matcher(this.subject + "\n" + this.below).results().map(MatchResult::group).findFirst());
		if (strange.isPresent()) {
			return fault("words.placeholder", strange.get(),
					email.all().keySet().stream().map(Placeholder::inBraces).collect(Collectors.joining(", ")));
		}
		return faultOfSubject(email).or(() -> faultOfLink(this.body)).or(() -> missing(email));
	}

	private Optional<Fault> faultOfSubject(Email email) {
		Optional<Placeholder> noWords = Part.names(this.subject)
			.flatMap((name) -> Placeholder.named(name).stream())
			.filter((one) -> !(one.sample() instanceof Value.Words))
			.findFirst();
		if (noWords.isPresent()) {
			return fault("email.subject.words", noWords.get().inBraces());
		}
		if (Part.subject(this.subject, certain(email)).isEmpty()) {
			return fault("email.subject");
		}
		return this.below.matches("(?s)[ \\t]*\\R\\s*\\S.*") ? Optional.empty() : fault("email.subject.lines");
	}

	private static Optional<Fault> faultOfLink(Node node) {
		if (node instanceof Link link && !Part.isAddress(link.getDestination())) {
			return fault("email.link", link.getDestination());
		}
		if (node instanceof Link link && !hasOwnWords(link)) {
			return fault("email.link.words");
		}
		return Part.children(node).stream().flatMap((child) -> faultOfLink(child).stream()).findFirst();
	}

	private static boolean hasOwnWords(Link link) {
		return link.getFirstChild() != null && Part.children(link)
			.stream()
			.flatMap(Part::names)
			.flatMap((name) -> Placeholder.named(name).stream())
			.noneMatch((name) -> name.sample() instanceof Value.Link);
	}

	/** What the email needs must be said even where nothing uncertain is known. */
	private Optional<Fault> missing(Email email) {
		TextPart part = new TextPart(certain(email), (path) -> path);
		part.of(this.body);
		return email.own()
			.entrySet()
			.stream()
			.filter((one) -> one.getValue() == Presence.NEEDED && !part.said().contains(one.getKey()))
			.map((one) -> new Fault(
					(one.getKey().sample() instanceof Value.Link) ? "email.needed.link" : "email.needed",
					List.of(one.getKey().inBraces())))
			.findFirst();
	}

	private static Map<Placeholder, Value> certain(Email email) {
		Map<Placeholder, Value> certain = new EnumMap<>(Placeholder.class);
		email.all().forEach((name, presence) -> {
			if (presence != Presence.SOMETIMES) {
				certain.put(name, name.sample());
			}
		});
		return certain;
	}

	private static Optional<Fault> fault(String message, String... words) {
		return Optional.of(new Fault(message, List.of(words)));
	}

	/**
	 * Why a text cannot be sent.
	 *
	 * @param message the message that says how to put it right
	 * @param words the message's own
	 */
	public record Fault(String message, List<String> words) {
	}

}
