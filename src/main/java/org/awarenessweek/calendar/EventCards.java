package org.awarenessweek.calendar;

import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.awarenessweek.event.Event;
import org.awarenessweek.event.content.EventDetails;
import org.awarenessweek.event.Events;
import org.awarenessweek.site.PlainEnglish;
import org.awarenessweek.site.SiteClock;
import org.awarenessweek.text.HomeZone;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.TemplateSpec;
import org.thymeleaf.context.Context;
import org.thymeleaf.templatemode.TemplateMode;

import org.springframework.stereotype.Component;

/**
 * Caches events as lists show them. Each is rendered once per version, and again when the
 * clock passes a moment that changes it. A list's page then only joins finished cards.
 */
@Component
public class EventCards {

	/** Some thousands of cards. */
	private static final int MOST_CHARACTERS = 8 * 1024 * 1024;

	/** A card's size besides its characters. */
	private static final int OVERHEAD = 400;

	private static final PlainEnglish ENGLISH = new PlainEnglish();

	private final Cache<Version, EventCard> written = Caffeine.newBuilder()
		.maximumWeight(MOST_CHARACTERS)
		.weigher((Version version, EventCard card) -> OVERHEAD + card.length())
		.build();

	private final Events events;

	private final ITemplateEngine templates;

	private final SiteClock clock;

	EventCards(Events events, ITemplateEngine templates, SiteClock clock) {
		this.events = events;
		this.templates = templates;
		this.clock = clock;
	}

	/** The cards of some events, in order; one that was just removed has none. */
	List<EventCard> of(List<Listing> page) {
		return of(page, Map.of());
	}

	/**
	 * The same, where a card may stand for several times.
	 * @param times how often each series was found
	 */
	List<EventCard> of(List<Listing> page, Map<UUID, Long> times) {
		Instant now = this.clock.now();
		Map<UUID, EventCard> cards = new HashMap<>();
		for (Listing event : page) {
			EventCard card = written(Version.of(event.id(), event.version()), now);
			if (card != null) {
				cards.put(event.id(), card);
			}
		}
		List<UUID> unwritten = page.stream().map(Listing::id).filter((id) -> !cards.containsKey(id)).toList();
		if (!unwritten.isEmpty()) {
			this.events.withIds(unwritten).forEach((event) -> cards.put(event.id(), write(event, now)));
		}
		page.stream()
			.filter((event) -> event.series() != null && times.getOrDefault(event.series(), 1L) > 1)
			.forEach((event) -> cards.computeIfPresent(event.id(), (id, card) -> card.with(write("more", Map.of("path",
					card.path(), "more", Objects.requireNonNull(times.get(event.series())) - 1, "english", ENGLISH)))));
		return page.stream().map((event) -> cards.get(event.id())).filter(Objects::nonNull).toList();
	}

	/** The first found events that are not over; once all are over, the first of all. */
	public List<EventCard> next(Found found, int number) {
		Instant now = this.clock.now();
		List<Listing> next = found.first(number, (event) -> event.endsAt().isAfter(now));
		return of(next.isEmpty() ? found.first(number, (event) -> true) : next);
	}

	/** An event's card. */
	public EventCard of(Event event) {
		Instant now = this.clock.now();
		EventCard card = written(Version.of(event.id(), event.version()), now);
		return (card != null) ? card : write(event, now);
	}

	private @Nullable EventCard written(Version version, Instant now) {
		EventCard card = this.written.getIfPresent(version);
		return (card != null && card.holds(now)) ? card : null;
	}

	private EventCard write(Event event, Instant now) {
		EventDetails.Offer offer = event.offer(now);
		EventCard card = new EventCard(event.time(), event.path(), write("card", event, now),
				write("dated", event, now), write("brief", event, now),
				offer.isToWatch() ? event.details().link(offer) : null,
				event.turns().filter((turn) -> !turn.isAfter(now)).max(Instant::compareTo).orElse(Instant.MIN),
				event.turns().filter((turn) -> turn.isAfter(now)).min(Instant::compareTo).orElse(Instant.MAX));
		this.written.put(Version.of(event.id(), event.version()), card);
		return card;
	}

	private String write(String kind, Event event, Instant now) {
		return write(kind, Map.of("event", event, "now", now, "english", ENGLISH));
	}

	private String write(String kind, Map<String, Object> model) {
		return this.templates.process(new TemplateSpec("fragments/event", Set.of(kind), TemplateMode.HTML, Map.of()),
				new Context(Locale.UK, model));
	}

	/** One version of an event, with the zone of the times on its card. */
	private record Version(UUID event, int version, ZoneId zone) {

		static Version of(UUID event, int version) {
			return new Version(event, version, HomeZone.get());
		}

	}

}
