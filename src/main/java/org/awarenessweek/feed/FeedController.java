package org.awarenessweek.feed;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

import javax.xml.stream.XMLStreamException;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import org.awarenessweek.calendar.CalendarFilter;
import org.awarenessweek.edition.Edition;
import org.awarenessweek.event.Event;
import org.awarenessweek.event.Events;
import org.awarenessweek.site.NotFound;
import org.awarenessweek.site.Site;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * The calendar for programs, in four formats. All take the filters of the calendar page;
 * only JSON is paged.
 */
@Controller
class FeedController {

	static final String JSON = "/calendar.json";

	private final Events events;

	private final Site site;

	private final ICalendarFeed calendarFeed;

	private final AtomFeed atomFeed;

	private final CsvFeed csvFeed;

	FeedController(Events events, Site site, ICalendarFeed calendarFeed, AtomFeed atomFeed, CsvFeed csvFeed) {
		this.events = events;
		this.site = site;
		this.calendarFeed = calendarFeed;
		this.atomFeed = atomFeed;
		this.csvFeed = csvFeed;
	}

	@GetMapping("/calendar.ics")
	void calendar(@Valid @ModelAttribute("filter") CalendarFilter filter, Edition edition, HttpServletResponse response)
			throws IOException {
		Feed feed = feed("/calendar.ics", filter, edition);
		begin(response, "text/calendar", "inline", "calendar.ics");
		this.calendarFeed.write(feed, false, response.getOutputStream());
	}

	@GetMapping("/calendar.atom")
	void atom(@Valid @ModelAttribute("filter") CalendarFilter filter, Edition edition, HttpServletResponse response)
			throws IOException, XMLStreamException {
		Feed feed = feed("/calendar.atom", filter, edition);
		begin(response, "application/atom+xml", "inline", "calendar.atom");
		this.atomFeed.write(feed, response.getOutputStream());
	}

	@GetMapping("/calendar.csv")
	void table(@Valid @ModelAttribute("filter") CalendarFilter filter, Edition edition, HttpServletResponse response)
			throws IOException {
		Feed feed = feed("/calendar.csv", filter, edition);
		begin(response, "text/csv", "attachment", "calendar.csv");
		this.csvFeed.write(feed, response.getOutputStream());
	}

	@GetMapping(JSON)
	ResponseEntity<CalendarJson> json(@Valid @ModelAttribute("filter") CalendarFilter filter, Edition edition) {
		return ResponseEntity.ok(CalendarJson.of(edition, filter,
				this.events.findAll(filter.onCalendar(edition), filter.pageable()), this.site));
	}

	/** One event as a calendar file; not found while it has no date. */
	@GetMapping("/calendar/{slug:[a-z0-9-]{1,80}}.ics")
	void event(@PathVariable String slug, HttpServletResponse response) throws IOException {
		Optional<Event> event = this.events.onCalendar(slug);
		if (event.isEmpty()) {
			moved(response, "/calendar/" + this.events.presentSlug(slug).orElseThrow(NotFound::new) + ".ics");
			return;
		}
		if (!event.get().time().isKnown()) {
			throw new NotFound();
		}
		String page = this.site.link(event.get().path());
		begin(response, "text/calendar", "inline", slug + ".ics");
		this.calendarFeed.write(new Feed(event.get().title(), page, page + ".ics", List.of(event.get())), true,
				response.getOutputStream());
	}

	/** All events of one organiser, this year's and earlier ones. */
	@GetMapping("/calendar/by/{organiser:[a-z0-9-]{1,80}}.ics")
	void by(@PathVariable String organiser, HttpServletResponse response) throws IOException {
		List<Event> all = this.events.by(organiser, Events.OF_ONE_ORGANISER);
		if (all.isEmpty()) {
			moved(response, "/calendar/by/" + this.events.presentOrganiser(organiser) + ".ics");
			return;
		}
		Event latest = all.getFirst();
		String page = this.site.link(latest.organiserPath());
		begin(response, "text/calendar", "inline", organiser + ".ics");
		this.calendarFeed.write(new Feed(latest.organiser().publicName(), page, page + ".ics", all), false,
				response.getOutputStream());
	}

	private Feed feed(String path, CalendarFilter filter, Edition edition) {
		CalendarFilter all = filter.asList();
		return new Feed(this.site.name(), this.site.link(all.at("/calendar")), this.site.link(all.at(path)),
				this.events.findAll(all.onCalendar(edition)));
	}

	private static void moved(HttpServletResponse response, String address) {
		response.setStatus(HttpStatus.MOVED_PERMANENTLY.value());
		response.setHeader(HttpHeaders.LOCATION, address);
	}

	private static void begin(HttpServletResponse response, String type, String disposition, String name) {
		response.setContentType(type + ";charset=UTF-8");
		response.setHeader(HttpHeaders.CONTENT_DISPOSITION, disposition + "; filename=\"" + name + "\"");
	}

}
