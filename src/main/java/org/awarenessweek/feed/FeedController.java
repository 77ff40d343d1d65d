package org.awarenessweek.feed;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

import javax.xml.stream.XMLStreamException;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import org.awarenessweek.calendar.CalendarFilter;
import org.awarenessweek.calendar.CalendarSearch;
import org.awarenessweek.edition.Edition;
import org.awarenessweek.event.Event;
import org.awarenessweek.event.Events;
import org.awarenessweek.site.Moved;
import org.awarenessweek.site.NotFound;
import org.awarenessweek.site.Site;

import org.springframework.http.HttpHeaders;
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

	private static final int MOST_BYTES = 8 * 1024 * 1024;

	private final Events events;

	private final CalendarSearch search;

	private final Site site;

	private final ICalendarFeed calendarFeed;

	private final AtomFeed atomFeed;

	private final CsvFeed csvFeed;

	private final Cache<Object, byte[]> kept = Caffeine.newBuilder()
		.maximumWeight(MOST_BYTES)
		.weigher((Object shown, byte[] body) -> 2 * body.length)
		.build();

	FeedController(Events events, CalendarSearch search, Site site, ICalendarFeed calendarFeed, AtomFeed atomFeed,
			CsvFeed csvFeed) {
		this.events = events;
		this.search = search;
		this.site = site;
		this.calendarFeed = calendarFeed;
		this.atomFeed = atomFeed;
		this.csvFeed = csvFeed;
	}

	@GetMapping("/calendar.ics")
	void calendar(@Valid @ModelAttribute("filter") CalendarFilter filter, Edition edition, HttpServletResponse response)
			throws IOException {
		begin(response, "text/calendar", "inline", "calendar.ics");
		write("/calendar.ics", filter, edition, response, (feed, body) -> this.calendarFeed.write(feed, false, body));
	}

	@GetMapping("/calendar.atom")
	void atom(@Valid @ModelAttribute("filter") CalendarFilter filter, Edition edition, HttpServletResponse response)
			throws IOException {
		begin(response, "application/atom+xml", "inline", "calendar.atom");
		write("/calendar.atom", filter, edition, response, this.atomFeed::write);
	}

	@GetMapping("/calendar.csv")
	void table(@Valid @ModelAttribute("filter") CalendarFilter filter, Edition edition, HttpServletResponse response)
			throws IOException {
		begin(response, "text/csv", "attachment", "calendar.csv");
		write("/calendar.csv", filter, edition, response, this.csvFeed::write);
	}

	@GetMapping(JSON)
	ResponseEntity<CalendarJson> json(@Valid @ModelAttribute("filter") CalendarFilter filter, Edition edition) {
		return ResponseEntity.ok(CalendarJson.of(edition, filter,
				this.events.findAll(filter.onCalendar(edition), filter.pageable()), this.site));
	}

	/** One event as a calendar file; not found while it has no date. */
	@GetMapping("/calendar/{slug:[a-z0-9-]{1,80}}.ics")
	void event(@PathVariable String slug, HttpServletResponse response) throws IOException {
		Event event = this.events.onCalendar(slug)
			.orElseThrow(
					() -> new Moved("/calendar/" + this.events.presentSlug(slug).orElseThrow(NotFound::new) + ".ics"));
		if (!event.time().isKnown()) {
			throw new NotFound();
		}
		String page = this.site.link(event.path());
		begin(response, "text/calendar", "inline", slug + ".ics");
		this.calendarFeed.write(new Feed(event.title(), page, page + ".ics", List.of(event)), true,
				response.getOutputStream());
	}

	/** All events of one organiser, this year's and earlier ones. */
	@GetMapping("/calendar/by/{organiser:[a-z0-9-]{1,80}}.ics")
	void by(@PathVariable String organiser, HttpServletResponse response) throws IOException {
		List<Event> all = this.events.by(organiser, Events.OF_ONE_ORGANISER);
		if (all.isEmpty()) {
			throw new Moved("/calendar/by/" + this.events.presentOrganiser(organiser) + ".ics");
		}
		Event latest = all.getFirst();
		String page = this.site.link(latest.organiserPath());
		begin(response, "text/calendar", "inline", organiser + ".ics");
		this.calendarFeed.write(new Feed(latest.organiser().publicName(), page, page + ".ics", all), false,
				response.getOutputStream());
	}

	/**
	 * Writes a whole feed: dear to make, and kept for as long as it would be the same.
	 */
	private void write(String path, CalendarFilter filter, Edition edition, HttpServletResponse response,
			FeedWriter writer) throws IOException {
		CalendarFilter all = filter.asList();
		Object shown = List.of(all.at(path), this.site.facts(), edition.id(), edition.version(),
				this.search.find(edition, all).shown());
		response.getOutputStream().write(this.kept.get(shown, (key) -> {
			ByteArrayOutputStream body = new ByteArrayOutputStream();
			try {
				writer.write(new Feed(this.site.name(), this.site.link(all.at("/calendar")),
						this.site.link(all.at(path)), this.events.findAll(all.onCalendar(edition))), body);
			}
			catch (IOException | XMLStreamException ex) {
				throw new IllegalStateException("A feed can be written to memory", ex);
			}
			return body.toByteArray();
		}));
	}

	private static void begin(HttpServletResponse response, String type, String disposition, String name) {
		response.setContentType(type + ";charset=UTF-8");
		response.setHeader(HttpHeaders.CONTENT_DISPOSITION, disposition + "; filename=\"" + name + "\"");
	}

	/** Writes a feed in one format. */
	private interface FeedWriter {

		void write(Feed feed, OutputStream body) throws IOException, XMLStreamException;

	}

}
