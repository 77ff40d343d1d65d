package org.awarenessweek.feed;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import org.awarenessweek.calendar.Audience;
import org.awarenessweek.calendar.Event;
import org.awarenessweek.calendar.EventDetails;
import org.awarenessweek.calendar.EventTime;
import org.awarenessweek.calendar.Place;
import org.awarenessweek.calendar.Word;
import org.awarenessweek.site.Site;
import org.jspecify.annotations.Nullable;

/**
 * One event as programs get it; every property is described in {@code openapi.json}, and
 * is always there, if only as {@code null}.
 *
 * @param revision rises with every change
 * @param status {@code scheduled}, {@code postponed} or {@code cancelled}
 */
record EventAnswer(UUID id, int revision, @Nullable Instant publishedAt, Instant changedAt, String status, String title,
		String description, Time time, Location location, Organiser organiser, @Nullable String audience,
		@Nullable String audienceNote, boolean free, @Nullable String cost, List<String> provisions,
		@Nullable String access, boolean full, Links links) {

	static EventAnswer of(Event event, Site site) {
		EventDetails details = event.details();
		Audience audience = details.audience();
		return new EventAnswer(event.id(), event.revision(), event.publishedAt(), event.changedAt(), status(event),
				event.title(), details.description(), Time.of(event.time()), Location.of(event.place()),
				new Organiser(event.organiser().publicName(), site.link(event.organiserPath())),
				(audience != null) ? audience.word() : null, details.audienceNote(), details.free(), details.cost(),
				details.provisions().stream().sorted().map(Word::word).toList(), details.access(), event.isFull(),
				Links.of(event, site));
	}

	/** What has become of an event that visitors see. */
	static String status(Event event) {
		return switch (event.status()) {
			case CANCELLED, POSTPONED -> event.status().name().toLowerCase(Locale.ROOT);
			case PUBLISHED, UNCONFIRMED, WAITING, DECLINED -> "scheduled";
		};
	}

	/**
	 * When: the days and times of the place itself, then the same moments for all the
	 * world. Everything but the zone is {@code null} while the date is to be confirmed.
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

		private static @Nullable OffsetDateTime moment(@Nullable Instant moment, ZoneId zone) {
			return (moment != null) ? moment.atZone(zone).toOffsetDateTime() : null;
		}

	}

	/** Where, or how to take part from elsewhere. */
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

	/** Its addresses on this site, then those that its organiser gave. */
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
