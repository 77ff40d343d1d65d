package org.awarenessweek.feed;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Objects;
import java.util.UUID;

import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

import org.awarenessweek.event.Event;
import org.awarenessweek.site.Site;

import org.springframework.stereotype.Component;

/**
 * Events for news readers (RFC 4287), latest change first. The feed is streamed, so that
 * a long one is never in memory as a tree.
 */
@Component
class AtomFeed {

	private static final String NAMESPACE = "http://www.w3.org/2005/Atom";

	private static final Comparator<Event> LATEST_FIRST = Comparator
		.comparing((Event event) -> event.history().changedAt())
		.reversed()
		.thenComparing(Event::id);

	private final XMLOutputFactory factory = XMLOutputFactory.newDefaultFactory();

	private final FeedWords words;

	private final Site site;

	AtomFeed(FeedWords words, Site site) {
		this.words = words;
		this.site = site;
	}

	/**
	 * Writes a feed.
	 * @param feed its content
	 * @param out the stream, which stays open
	 */
	void write(Feed feed, OutputStream out) throws XMLStreamException {
		XMLStreamWriter xml = this.factory.createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
		xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
		xml.writeStartElement("feed");
		xml.writeDefaultNamespace(NAMESPACE);
		xml.writeAttribute("xml:lang", this.site.language());
		element(xml, "id", id(feed));
		element(xml, "title", FeedText.line(feed.name()));
		element(xml, "updated", moment(feed.changedAt()));
		link(xml, "self", "application/atom+xml", feed.address());
		link(xml, "alternate", "text/html", feed.page());
		author(xml, this.site.name());
		for (Event event : feed.events().stream().sorted(LATEST_FIRST).toList()) {
			write(event, xml);
		}
		xml.writeEndElement();
		xml.writeEndDocument();
		xml.flush();
	}

	private void write(Event event, XMLStreamWriter xml) throws XMLStreamException {
		xml.writeStartElement("entry");
		element(xml, "id", "urn:uuid:" + Feed.uid(event));
		element(xml, "title", this.words.title(event));
		element(xml, "published", moment(Objects.requireNonNullElse(event.publishedAt(), event.history().changedAt())));
		element(xml, "updated", moment(event.history().changedAt()));
		link(xml, "alternate", "text/html", this.site.link(event.path()));
		author(xml, FeedText.line(event.organiser().publicName()));
		for (String category : this.words.categories(event)) {
			xml.writeEmptyElement("category");
			xml.writeAttribute("term", category);
		}
		element(xml, "summary", this.words.summary(event));
		element(xml, "content", this.words.description(event));
		xml.writeEndElement();
	}

	/** Depends only on the feed's path and filters, not on the site's host. */
	private String id(Feed feed) {
		String path = feed.address().substring(this.site.link("").length());
		return "urn:uuid:" + UUID.nameUUIDFromBytes(path.getBytes(StandardCharsets.UTF_8));
	}

	private static void author(XMLStreamWriter xml, String name) throws XMLStreamException {
		xml.writeStartElement("author");
		element(xml, "name", name);
		xml.writeEndElement();
	}

	private static void link(XMLStreamWriter xml, String relation, String type, String address)
			throws XMLStreamException {
		xml.writeEmptyElement("link");
		xml.writeAttribute("rel", relation);
		xml.writeAttribute("type", type);
		xml.writeAttribute("href", address);
	}

	private static void element(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
		xml.writeStartElement(name);
		xml.writeCharacters(text);
		xml.writeEndElement();
	}

	private static String moment(Instant moment) {
		return DateTimeFormatter.ISO_INSTANT.format(moment.truncatedTo(ChronoUnit.SECONDS));
	}

}
