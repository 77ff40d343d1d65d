package org.awarenessweek.calendar;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import org.awarenessweek.edition.Edition;
import org.awarenessweek.edition.Editions;
import org.awarenessweek.event.Event;
import org.awarenessweek.event.EventStatus;
import org.awarenessweek.event.Events;
import org.awarenessweek.site.Moved;
import org.awarenessweek.site.NotFound;
import org.awarenessweek.site.Site;
import org.awarenessweek.site.SiteClock;
import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/**
 * The calendar as visitors see it: the lists of this week and of past ones, one event,
 * and one organiser's events.
 */
@Controller
class CalendarController {

	private final Events events;

	private final CalendarSearch search;

	private final EventCards cards;

	private final Editions editions;

	private final StructuredData structured;

	private final MessageSource messages;

	private final SiteClock clock;

	private final Site site;

	CalendarController(Events events, CalendarSearch search, EventCards cards, Editions editions,
			StructuredData structured, MessageSource messages, SiteClock clock, Site site) {
		this.events = events;
		this.search = search;
		this.cards = cards;
		this.editions = editions;
		this.structured = structured;
		this.messages = messages;
		this.clock = clock;
		this.site = site;
	}

	/** Most requests have no filter, and binding one takes a tenth of the page's time. */
	@ModelAttribute
	void readNothing(HttpServletRequest request, Model model) {
		if (request.getParameterMap().isEmpty()) {
			model.addAttribute("filter", CalendarFilter.EVERYTHING);
		}
	}

	@GetMapping("/calendar")
	ModelAndView list(@Valid @ModelAttribute("filter") CalendarFilter filter, BindingResult errors, Edition edition,
			HttpServletRequest request, Model model) {
		model.addAttribute("subscription", new Subscription(this.site.name(), this.site
			.link((errors.hasErrors() ? CalendarFilter.EVERYTHING : filter.asList()).at("/calendar.ics"))));
		return list(edition, "/calendar", filter, errors, request, model);
	}

	@GetMapping("/editions/{year:\\d{4}}/calendar")
	ModelAndView past(@PathVariable int year, @Valid @ModelAttribute("filter") CalendarFilter filter,
			BindingResult errors, @Nullable Edition announced, HttpServletRequest request, Model model) {
		if (announced != null && announced.year() == year) {
			return new ModelAndView("redirect:" + (errors.hasErrors() ? "/calendar" : filter.at("/calendar")));
		}
		Edition edition = this.editions.findByYear(year).filter(Edition::announced).orElseThrow(NotFound::new);
		return list(edition, "/editions/" + year + "/calendar", filter, errors, request, model);
	}

	private ModelAndView list(Edition edition, String address, CalendarFilter filter, BindingResult errors,
			HttpServletRequest request, Model model) {
		CalendarFilter wanted = errors.hasErrors() ? CalendarFilter.EVERYTHING : filter;
		Found found = this.search.find(edition, wanted);
		Page<EventCard> results = errors.hasErrors() ? Page.empty()
				: new PageImpl<>(this.cards.of(found.page(wanted.pageable())), wanted.pageable(), found.total());
		model.addAttribute("shown", edition);
		model.addAttribute("address", address);
		model.addAttribute("wanted", wanted);
		model.addAttribute("found", found);
		model.addAttribute("results", results);
		model.addAttribute("agenda",
				wanted.isWeek() ? Agenda.ofColumns(results.getContent(), edition.week(), wanted.day())
						: Agenda.of(results.getContent(), edition.week(), wanted.day()));
		model.addAttribute("choices", new Choices(edition, wanted, found, this.messages));
		model.addAttribute("structured", this.structured.of(results.map(EventCard::path).getContent()));
		model.addAttribute("failed", errors.hasErrors());
		model.addAttribute("today", this.clock.today());
		return new ModelAndView("calendar/list", model.asMap(),
				errors.hasErrors() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK);
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
			.add(this.cards.of(event)));
		String name = all.getFirst().organiser().publicName();
		model.addAttribute("name", name);
		model.addAttribute("weeks", weeks);
		model.addAttribute("subscription",
				new Subscription(name, this.site.link("/calendar/by/" + organiser + ".ics")));
		return new ModelAndView("calendar/organiser", model.asMap());
	}

}
