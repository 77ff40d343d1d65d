package org.awarenessweek.feed;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.awarenessweek.event.content.Audience;
import org.awarenessweek.event.Event;
import org.awarenessweek.event.content.EventDetails;
import org.awarenessweek.event.EventStatus;
import org.awarenessweek.event.content.Place;
import org.awarenessweek.site.Site;
import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Describes an event for feeds. The status comes first, because many programs show only
 * the title.
 */
@Component
class FeedWords {

	private final MessageSource messages;

	private final Site site;

	FeedWords(MessageSource messages, Site site) {
		this.messages = messages;
		this.site = site;
	}

	/** {@code Cancelled: Songs for babies}. */
	String title(Event event) {
		return FeedText.line((event.status() != EventStatus.PUBLISHED)
				? say("event.status." + event.status()) + ": " + event.title() : event.title());
	}

	/** The venue on one line, or an empty string if people come to none. */
	String where(Place place) {
		if (!place.format().isInPerson()) {
			return "";
		}
		return Stream.of(place.address(), place.postcode(), place.countryName())
			.flatMap((part) -> FeedText.lines(part).lines())
			.map(FeedText::line)
			.filter((line) -> !line.isEmpty())
			.collect(Collectors.joining(", "));
	}

	/** The format and the audience. */
	List<String> categories(Event event) {
		return Stream.of(format(event), audience(event)).filter((word) -> !word.isEmpty()).toList();
	}

	/** {@code In person and online}. */
	String format(Event event) {
		return say("event.format." + event.place().format());
	}

	/** {@code Parents and carers}, or an empty string if not known. */
	String audience(Event event) {
		Audience audience = event.details().audience();
		return (audience != null) ? say("event.audience." + audience) : "";
	}

	/** {@code Captions, British Sign Language}. */
	String provisions(Event event) {
		return event.details()
			.provisions()
			.stream()
			.sorted()
			.map((provision) -> say("event.provision." + provision))
			.collect(Collectors.joining(", "));
	}

	/** The time, the format and the venue on one line. */
	String summary(Event event) {
		return FeedText.line(event.time().words() + ". " + format(event) + ". " + where(event.place())).strip();
	}

	/** What it is about, and what else people have to know to take part. */
	String description(Event event) {
		List<String> paragraphs = new ArrayList<>();
		switch (event.status()) {
			case CANCELLED -> paragraphs.add("This event has been cancelled. It will not take place.");
			case POSTPONED -> paragraphs.add("This event has been postponed. It will not take place at this time. "
					+ "We will show the new time as soon as we know it.");
			case PUBLISHED, UNCONFIRMED, WAITING, DECLINED -> {
			}
		}
		paragraphs.add(FeedText.lines(event.details().description()));
		paragraphs.add("Organised by " + FeedText.line(event.organiser().publicName()) + ".");
		if (event.status() == EventStatus.PUBLISHED) {
			paragraphs.addAll(toTakePart(event));
		}
		paragraphs.add("See the latest details: " + this.site.link(event.path()));
		return String.join("\n\n", paragraphs);
	}

	/** Each on its own line, because most programs show only an event's text. */
	private List<String> toTakePart(Event event) {
		EventDetails details = event.details();
		Map<String, @Nullable String> ways = new LinkedHashMap<>();
		ways.put("How to join", event.place().howToJoin());
		ways.put(event.isFull() ? "All places are taken" : "Book a place", details.bookingLink());
		ways.put("Watch live", details.liveLink());
		ways.put("Watch the recording", details.recordingLink());
		ways.put("Access", provisions(event));
		return ways.entrySet()
			.stream()
			.map((way) -> Map.entry(way.getKey(), FeedText.line(way.getValue())))
			.filter((way) -> !way.getValue().isEmpty())
			.map((way) -> way.getKey() + ": " + way.getValue())
			.toList();
	}

	private String say(String code) {
		return this.messages.getMessage(code, null, Locale.UK);
	}

}
