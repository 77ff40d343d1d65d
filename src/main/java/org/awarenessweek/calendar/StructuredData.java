package org.awarenessweek.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.awarenessweek.event.Event;
import org.awarenessweek.event.content.EventDetails;
import org.awarenessweek.event.EventStatus;
import org.awarenessweek.event.content.EventTime;
import org.awarenessweek.event.content.Place;
import org.awarenessweek.site.Site;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Component;

/** Events as search engines read them in a page: https://schema.org/Event. */
@Component
class StructuredData {

	private static final String SCHEMA = "https://schema.org/";

	private final Site site;

	private final JsonMapper json;

	StructuredData(Site site, JsonMapper json) {
		this.site = site;
		this.json = json;
	}

	/** One whose date is known. */
	String of(Event event) {
		EventDetails details = event.details();
		Map<String, Object> data = start("Event");
		data.put("name", event.title());
		data.put("description", details.description());
		data.put("url", this.site.link(event.path()));
		data.put("image", this.site.link(event.path() + "/card.png"));
		data.put("startDate", moment(event.time(), event.time().day(), event.time().startsAt()));
		data.put("endDate", moment(event.time(), event.time().lastDay(), event.time().endsAt()));
		data.put("eventStatus", SCHEMA + switch (event.status()) {
			case CANCELLED -> "EventCancelled";
			case POSTPONED -> "EventPostponed";
			case PUBLISHED, UNCONFIRMED, WAITING, DECLINED -> "EventScheduled";
		});
		data.put("eventAttendanceMode", SCHEMA + switch (event.place().format()) {
			case ONLINE -> "OnlineEventAttendanceMode";
			case IN_PERSON -> "OfflineEventAttendanceMode";
			case BOTH -> "MixedEventAttendanceMode";
		});
		data.put("location", locations(event));
		data.put("organizer", typed((event.organiser().organisation() != null) ? "Organization" : "Person", "name",
				event.organiser().publicName(), "url", this.site.link(event.organiserPath())));
		if (details.free()) {
			data.put("isAccessibleForFree", true);
		}
		if (event.status() == EventStatus.PUBLISHED && (details.free() || details.bookingLink() != null)) {
			data.put("offers", offer(event));
		}
		return inScript(data);
	}

	/** Several, in their order, by the paths of their pages. */
	String of(List<String> paths) {
		Map<String, Object> data = start("ItemList");
		data.put("itemListElement",
				IntStream.range(0, paths.size())
					.mapToObj((i) -> typed("ListItem", "position", i + 1, "url", this.site.link(paths.get(i))))
					.toList());
		return inScript(data);
	}

	private List<Map<String, Object>> locations(Event event) {
		List<Map<String, Object>> locations = new ArrayList<>();
		if (event.place().format().isInPerson()) {
			locations.add(typed("Place", "address", address(event.place())));
		}
		if (event.place().format().isOnline()) {
			locations.add(typed("VirtualLocation", "url", this.site.link(event.path())));
		}
		return locations;
	}

	private static Map<String, Object> address(Place place) {
		Map<String, Object> address = typed("PostalAddress", "streetAddress", String.valueOf(place.address()));
		if (place.postcode() != null) {
			address.put("postalCode", place.postcode());
		}
		if (place.country() != null) {
			String[] countryAndNation = place.country().split("-");
			address.put("addressCountry", countryAndNation[0]);
			if (countryAndNation.length > 1) {
				address.put("addressRegion", String.valueOf(place.countryName()));
			}
		}
		return address;
	}

	/** A day, or a moment in the event's local time. */
	private static String moment(EventTime time, @Nullable LocalDate day, @Nullable Instant moment) {
		return (time.isAllDay() || moment == null) ? String.valueOf(day)
				: DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(moment.atZone(time.zone()));
	}

	private Map<String, Object> offer(Event event) {
		EventDetails details = event.details();
		Map<String, Object> offer = typed("Offer", "url",
				(details.bookingLink() != null) ? details.bookingLink() : this.site.link(event.path()), "availability",
				SCHEMA + (event.isFull() ? "SoldOut" : "InStock"));
		if (details.free()) {
			offer.put("price", "0");
			offer.put("priceCurrency", "GBP");
		}
		return offer;
	}

	private static Map<String, Object> start(String type) {
		Map<String, Object> data = new LinkedHashMap<>();
		data.put("@context", "https://schema.org");
		data.put("@type", type);
		return data;
	}

	private static Map<String, Object> typed(String type, Object... namesAndValues) {
		Map<String, Object> data = new LinkedHashMap<>();
		data.put("@type", type);
		for (int i = 0; i < namesAndValues.length; i += 2) {
			data.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
		}
		return data;
	}

	/** JSON that cannot end the script element around it. */
	private String inScript(Map<String, ?> data) {
		return this.json.writeValueAsString(data).replace("<", "\\u003c");
	}

}
