package org.awarenessweek.feed;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import net.fortuna.ical4j.model.ParameterList;
import net.fortuna.ical4j.model.PropertyList;
import net.fortuna.ical4j.model.parameter.Value;
import net.fortuna.ical4j.model.property.LastModified;
import net.fortuna.ical4j.model.property.Name;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.RefreshInterval;
import net.fortuna.ical4j.model.property.Source;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import org.awarenessweek.event.Event;
import org.awarenessweek.event.content.EventTime;
import org.awarenessweek.site.Site;

import org.springframework.stereotype.Component;

/**
 * Events for people's own calendars (RFC 5545, extended by RFC 7986). iCal4j formats each
 * part; the parts are written one by one, so that a long feed is never in memory as a
 * tree. There is no {@code METHOD}, because nobody is invited.
 */
@Component
class ICalendarFeed {

	/** How often programs may refresh, written as both properties that they know. */
	private static final Duration REFRESH = Duration.ofHours(1);

	private static final ZoneId UTC = ZoneId.of("Etc/UTC");

	private static final ParameterList URI = new ParameterList(List.of(Value.URI));

	private final FeedWords words;

	private final Site site;

	ICalendarFeed(FeedWords words, Site site) {
		this.words = words;
		this.site = site;
	}

	/**
	 * Writes a calendar file of the events that have a date. If none has, it contains a
	 * time zone, because a calendar file needs at least one component.
	 * @param feed its content
	 * @param attending whether the events block time in people's calendars
	 * @param out the stream, which stays open
	 */
	void write(Feed feed, boolean attending, OutputStream out) throws IOException {
		List<Event> dated = feed.events().stream().filter((event) -> event.time().isKnown()).toList();
		FoldedLines lines = new FoldedLines(out);
		lines.write("BEGIN:VCALENDAR\r\n");
		lines.write(about(feed).toString());
		for (Map.Entry<ZoneId, Span> zone : zones(dated).entrySet()) {
			lines.write(TimeZones.between(zone.getValue().first(), zone.getValue().last(), zone.getKey()).toString());
		}
		if (dated.isEmpty()) {
			lines.write(TimeZones.between(Instant.EPOCH, Instant.EPOCH, UTC).toString());
		}
		for (Event event : dated) {
			lines.write(new ICalendarEntry(event, this.words, this.site.link(event.path())).component(attending)
				.toString());
		}
		lines.write("END:VCALENDAR\r\n");
	}

	private static PropertyList about(Feed feed) {
		String name = FeedText.line(feed.name());
		return new PropertyList(
				List.of(ImmutableVersion.VERSION_2_0, new ProdId("-//awarenessweek.org//Awareness week//EN"),
						ImmutableCalScale.GREGORIAN, new Name(name), new XProperty("X-WR-CALNAME", name),
						new LastModified(feed.changedAt()), new Url(URI, feed.page()), new Source(URI, feed.address()),
						new RefreshInterval(new ParameterList(List.of(Value.DURATION)), REFRESH),
						new XProperty("X-PUBLISHED-TTL", REFRESH.toString())));
	}

	/** Each zone that times are given in, with the period it is needed for. */
	private static Map<ZoneId, Span> zones(List<Event> events) {
		Map<ZoneId, Span> zones = new TreeMap<>((one, other) -> one.getId().compareTo(other.getId()));
		for (Event event : events) {
			EventTime time = event.time();
			if (!time.isAllDay()) {
				Span span = new Span(Objects.requireNonNull(time.startsAt()), Objects.requireNonNull(time.endsAt()));
				zones.merge(time.zone(), span, Span::and);
			}
		}
		return zones;
	}

	/** From one moment to another. */
	private record Span(Instant first, Instant last) {

		Span and(Span other) {
			return new Span(this.first.isBefore(other.first) ? this.first : other.first,
					this.last.isAfter(other.last) ? this.last : other.last);
		}

	}

}
