package org.awarenessweek.feed;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import org.awarenessweek.event.content.Audience;
import org.awarenessweek.event.Event;
import org.awarenessweek.event.content.EventDetails;
import org.awarenessweek.event.content.EventTime;
import org.awarenessweek.event.content.Place;
import org.awarenessweek.site.Site;
import org.awarenessweek.text.Keyword;
import org.jspecify.annotations.Nullable;

/**
 * One event in JSON. {@code openapi.json} describes every property; all are always
 * present, if only as {@code null}.
 *
 * @param revision rises with every change
 * @param status {@code scheduled}, {@code postponed} or {@code cancelled}
 */
record EventJson(UUID id, int revision, @Nullable Instant publishedAt, Instant changedAt, String status, String title,
		String description, Time time, Location location, Organiser organiser, @Nullable String audience,
		@Nullable String audienceNote, boolean free, @Nullable String cost, List<String> provisions,
		@Nullable String access, boolean full, Links links) {

	static EventJson of(Event event, Site site) {
		EventDetails details = event.details();
		Audience audience = details.audience();
		return new EventJson(event.id(), event.history().revision(), event.publishedAt(), event.history().changedAt(),
				status(event), event.title(), details.description(), Time.of(event.time()), Location.of(event.place()),
				new Organiser(event.organiser().publicName(), site.link(event.organiserPath())),
				(audience != null) ? audience.word() : null, details.audienceNote(), details.free(), details.cost(),
				details.provisions().stream().sorted().map(Keyword::word).toList(), details.access(), event.isFull(),
				Links.of(event, site));
	}

	/** The status of an event that visitors see. */
	static String status(Event event) {
		return switch (event.status()) {
			case CANCELLED, POSTPONED -> event.status().name().toLowerCase(Locale.ROOT);
			case PUBLISHED, UNCONFIRMED, WAITING, DECLINED -> "scheduled";
		};
	}

	/**
	 * When it takes place: local days and times, then the same moments with their offset.
	 * Everything but the zone is {@code null} while the date is to be confirmed.
	 */
	record Time(@Nullable LocalDate day, @Nullable LocalDate lastDay, boolean allDay, @Nullable String start,
			@Nullable String end, ZoneId zone, @Nullable OffsetDateTime startsAt, @Nullable OffsetDateTime endsAt) {

		static Time of(EventTime time) {
			return new Time(time.day(), time.lastDay(), time.isAllDay(), clock(time.start()), clock(time.end()),
					time.zone(), moment(time.startsAt(), time.zone()), moment(time.endsAt(), time.zone()));
		}

		private static @Nullable String clock(@Nullable LocalTime time) {
			return (time != null) ? time.toString() : null;
		}

		static @Nullable OffsetDateTime moment(@Nullable Instant moment, ZoneId zone) {
			return (moment != null) ? moment.atZone(zone).toOffsetDateTime() : null;
		}

	}

	/** Where it takes place, or how to join from elsewhere. */
	record Location(String format, @Nullable String address, @Nullable String postcode, @Nullable String howToJoin,
			@Nullable String country, @Nullable String countryName) {

		static Location of(Place place) {
			return new Location(place.format().word(), place.address(), place.postcode(), place.howToJoin(),
					place.country(), place.countryName());
		}

	}

	/** Who runs it. */
	record Organiser(String name, String page) {
	}

	/** Its addresses on this site, then the organiser's own links. */
	record Links(String page, @Nullable String calendarFile, String card, String poster, @Nullable String booking,
			@Nullable String live, @Nullable String recording) {

		static Links of(Event event, Site site) {
			String page = site.link(event.path());
			EventDetails details = event.details();
			return new Links(page, event.time().isKnown() ? page + ".ics" : null, page + "/card.png",
					page + "/poster.pdf", details.bookingLink(), details.liveLink(), details.recordingLink());
		}

	}

}
