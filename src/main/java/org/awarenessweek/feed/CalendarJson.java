package org.awarenessweek.feed;

import java.time.LocalDate;
import java.util.List;

import org.awarenessweek.calendar.CalendarFilter;
import org.awarenessweek.edition.Edition;
import org.awarenessweek.event.Event;
import org.awarenessweek.site.Site;
import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.Page;

/**
 * A page of the calendar in JSON.
 *
 * @param version the version of this format: raised when something changes its meaning or
 * is removed, not when something is added
 * @param week the week of the calendar
 * @param total the number of events on all pages
 * @param page the number of this page, from 1
 * @param pages the number of pages
 * @param links this page's address and its neighbours'
 */
record CalendarJson(int version, Week week, long total, int page, int pages, Links links, List<EventJson> events) {

	private static final int VERSION = 1;

	static CalendarJson of(Edition edition, CalendarFilter filter, Page<Event> found, Site site) {
		int page = filter.pageNumber();
		return new CalendarJson(VERSION,
				new Week(site.name(), edition.year(), edition.week().first(), edition.week().last(), edition.theme()),
				found.getTotalElements(), page, found.getTotalPages(),
				new Links(link(filter, page, site),
						(page > 1 && page - 1 <= found.getTotalPages()) ? link(filter, page - 1, site) : null,
						(page < found.getTotalPages()) ? link(filter, page + 1, site) : null,
						site.link(filter.asList().at("/calendar"))),
				found.map((event) -> EventJson.of(event, site)).getContent());
	}

	private static String link(CalendarFilter filter, int page, Site site) {
		return site.link(filter.asList().turnedTo((page > 1) ? page : null).at(FeedController.JSON));
	}

	/** One year's week. */
	record Week(String name, int year, LocalDate firstDay, LocalDate lastDay, @Nullable String theme) {
	}

	/** This page, its neighbours, and the web page with the same events. */
	record Links(String self, @Nullable String prev, @Nullable String next, String page) {
	}

}
