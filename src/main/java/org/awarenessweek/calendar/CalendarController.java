package org.awarenessweek.calendar;

import java.beans.PropertyEditorSupport;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import jakarta.validation.Valid;
import org.awarenessweek.edition.Edition;
import org.awarenessweek.site.NotFound;
import org.awarenessweek.site.Site;
import org.awarenessweek.site.SiteClock;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.data.domain.Page;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/** The calendar as visitors see it: the list, and one event. */
@Controller
class CalendarController {

	private final Events events;

	private final SiteClock clock;

	private final Site site;

	private final JsonMapper json;

	CalendarController(Events events, SiteClock clock, Site site, JsonMapper json) {
		this.events = events;
		this.clock = clock;
		this.site = site;
		this.json = json;
	}

	@InitBinder("filter")
	void prepare(WebDataBinder binder) {
		CalendarFilter.prepare(binder);
		binder.registerCustomEditor(EventStatus.class, new PropertyEditorSupport() {
			@Override
			public void setAsText(String ignored) {
				setValue(null);
			}
		});
	}

	@GetMapping("/calendar")
	ModelAndView list(@Valid @ModelAttribute("filter") CalendarFilter filter, BindingResult errors,
			@ModelAttribute(name = "edition", binding = false) @Nullable Edition announced, Model model) {
		Edition edition = Optional.ofNullable(announced).orElseThrow(NotFound::new);
		Page<Event> results = errors.hasErrors() ? Page.empty()
				: this.events.findAll(filter.onCalendar(edition), filter.pageable());
		Map<LocalDate, Long> numbers = this.events.numbersByDay(edition);
		model.addAttribute("wanted", filter);
		model.addAttribute("results", results);
		model.addAttribute("days", byDay(results.getContent()));
		model.addAttribute("open", results.filter((event) -> !event.time().isKnown()).toList());
		model.addAttribute("numbers", numbers);
		model.addAttribute("choices", daysToChoose(edition, numbers, filter.day()));
		model.addAttribute("formats", Place.Format.values());
		model.addAttribute("failed", errors.hasErrors());
		tellTime(model);
		return new ModelAndView("calendar/list", model.asMap(),
				errors.hasErrors() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK);
	}

	@GetMapping("/calendar/{slug:[a-z0-9-]{1,80}}")
	ModelAndView show(@PathVariable String slug, Model model) {
		Optional<Event> event = this.events.onCalendar(slug);
		if (event.isEmpty()) {
			return movedTo(this.events.presentSlug(slug).orElseThrow(NotFound::new));
		}
		model.addAttribute("event", event.get());
		if (event.get().time().isKnown()) {
			model.addAttribute("structured", inScript(structured(event.get())));
		}
		tellTime(model);
		return new ModelAndView("calendar/show", model.asMap());
	}

	private void tellTime(Model model) {
		model.addAttribute("now", this.clock.now());
		model.addAttribute("today", this.clock.today());
	}

	private static ModelAndView movedTo(String slug) {
		RedirectView moved = new RedirectView("/calendar/" + slug);
		moved.setStatusCode(HttpStatus.MOVED_PERMANENTLY);
		moved.setExposeModelAttributes(false);
		return new ModelAndView(moved);
	}

	/** What search engines read: https://schema.org/Event. */
	private Map<String, ?> structured(Event event) {
		List<Map<String, String>> locations = new ArrayList<>();
		if (event.place().format().isInPerson()) {
			locations.add(Map.of("@type", "Place", "address", String.valueOf(event.place().address())));
		}
		if (event.place().format().isOnline()) {
			locations.add(Map.of("@type", "VirtualLocation", "url", this.site.link(event.path())));
		}
		return Map.of("@context", "https://schema.org", "@type", "Event", "name", event.title(), "description",
				event.details().description(), "startDate", String.valueOf(event.time().startsAt()), "endDate",
				String.valueOf(event.time().endsAt()), "eventStatus", "https://schema.org/" + switch (event.status()) {
					case CANCELLED -> "EventCancelled";
					case POSTPONED -> "EventPostponed";
					case PUBLISHED, UNCONFIRMED, WAITING, DECLINED -> "EventScheduled";
				}, "location", locations, "organizer",
				Map.of("@type", "Organization", "name", event.organiser().publicName()), "url",
				this.site.link(event.path()));
	}

	/** JSON that nothing in it can end the script element that it stands in. */
	private String inScript(Map<String, ?> data) {
		return this.json.writeValueAsString(data).replace("<", "\\u003c");
	}

	/** The days of the week, those near it that have events, and the one chosen. */
	private static Set<LocalDate> daysToChoose(Edition edition, Map<LocalDate, Long> numbers,
			@Nullable LocalDate chosen) {
		Set<LocalDate> days = new TreeSet<>(edition.week().days());
		days.addAll(numbers.keySet());
		Optional.ofNullable(chosen).ifPresent(days::add);
		return days;
	}

	private static Map<LocalDate, List<Event>> byDay(List<Event> events) {
		Map<LocalDate, List<Event>> days = new LinkedHashMap<>();
		for (Event event : events) {
			LocalDate day = event.time().day();
			if (day != null) {
				days.computeIfAbsent(day, (first) -> new ArrayList<>()).add(event);
			}
		}
		return days;
	}

}
