package org.awarenessweek.calendar;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.awarenessweek.edition.Edition;
import org.awarenessweek.event.Event;
import org.awarenessweek.event.EventStatus;
import org.awarenessweek.event.Events;
import org.awarenessweek.site.Moved;
import org.awarenessweek.site.NotFound;
import org.awarenessweek.site.Site;
import org.awarenessweek.site.SiteClock;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** The pages of one event, and of one organiser's events. */
@Controller
class EventController {

	private final Events events;

	private final CalendarSearch search;

	private final StructuredData structured;

	private final SiteClock clock;

	private final Site site;

	EventController(Events events, CalendarSearch search, StructuredData structured, SiteClock clock, Site site) {
		this.events = events;
		this.search = search;
		this.structured = structured;
		this.clock = clock;
		this.site = site;
	}

	@GetMapping("/calendar/{slug:[a-z0-9-]{1,80}}")
	ModelAndView show(@PathVariable String slug, Model model) {
		Event event = this.events.onCalendar(slug)
			.orElseThrow(() -> new Moved("/calendar/" + this.events.presentSlug(slug).orElseThrow(NotFound::new)));
		model.addAttribute("event", event);
		if (event.time().isKnown()) {
			model.addAttribute("structured", this.structured.of(event));
			if (event.status() == EventStatus.PUBLISHED) {
				model.addAttribute("invitation", new Invitation(event, this.site.link(event.path())));
			}
		}
		List<Event> series = (event.series() != null) ? this.events.ofSeries(event.series()) : List.of();
		model.addAttribute("times", series.stream().filter((one) -> one.status().isPublic()).toList());
		model.addAttribute("beside", this.search.beside(event));
		model.addAttribute("now", this.clock.now());
		return new ModelAndView("calendar/show", model.asMap());
	}

	@GetMapping("/calendar/by/{organiser:[a-z0-9-]{1,80}}")
	ModelAndView by(@PathVariable String organiser, Model model) {
		List<Event> all = this.events.by(organiser, Events.OF_ONE_ORGANISER);
		if (all.isEmpty()) {
			throw new Moved("/calendar/by/" + this.events.presentOrganiser(organiser));
		}
		Map<Edition, List<EventCard>> weeks = new LinkedHashMap<>();
		all.forEach((event) -> weeks.computeIfAbsent(event.edition(), (first) -> new ArrayList<>())
			.add(this.search.card(event)));
		String name = all.getFirst().organiser().publicName();
		model.addAttribute("name", name);
		model.addAttribute("weeks", weeks);
		model.addAttribute("subscription",
				new Subscription(name, this.site.link("/calendar/by/" + organiser + ".ics")));
		return new ModelAndView("calendar/organiser", model.asMap());
	}

}
