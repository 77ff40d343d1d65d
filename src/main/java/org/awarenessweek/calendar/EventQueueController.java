package org.awarenessweek.calendar;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.validation.Valid;
import org.awarenessweek.edition.Edition;
import org.awarenessweek.edition.Editions;
import org.awarenessweek.event.Event;
import org.awarenessweek.event.EventStatus;
import org.awarenessweek.event.Events;
import org.awarenessweek.site.NotFound;
import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Page;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The team's list of events. */
@Controller
@RequestMapping("/team/events")
class EventQueueController {

	private static final Limit MOST_CHANGED = Limit.of(50);

	private final Events events;

	private final Editions editions;

	EventQueueController(Events events, Editions editions) {
		this.events = events;
		this.editions = editions;
	}

	@InitBinder("filter")
	void prepare(WebDataBinder binder) {
		CalendarFilterAdvice.prepareForTeam(binder);
	}

	@GetMapping
	ModelAndView queue(@Valid @ModelAttribute("filter") CalendarFilter filter, BindingResult errors,
			@RequestParam(required = false) @Nullable Integer year, Model model) {
		Edition edition = (year != null) ? this.editions.findByYear(year).orElseThrow(NotFound::new)
				: this.editions.current();
		if (!errors.hasErrors()) {
			Page<Event> results = this.events.findAll(new CalendarCriteria(filter).inQueue(edition), filter.pageable());
			model.addAttribute("results", results);
			model.addAttribute("times", times(results.getContent()));
		}
		model.addAttribute("changed", this.events.changedByOrganisers(MOST_CHANGED));
		model.addAttribute("wanted", filter);
		model.addAttribute("listed", edition);
		model.addAttribute("editions", this.editions.findAllByOrderByYearDesc());
		model.addAttribute("statuses", EventStatus.values());
		model.addAttribute("failed", errors.hasErrors());
		return new ModelAndView("calendar/queue", model.asMap(),
				errors.hasErrors() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK);
	}

	/** For how many of its series each stands: all of that status. */
	private Map<Event, Long> times(List<Event> results) {
		Set<UUID> series = results.stream()
			.flatMap((event) -> Stream.ofNullable(event.series()))
			.collect(Collectors.toSet());
		List<Events.InSeries> numbers = series.isEmpty() ? List.of() : this.events.numbers(series);
		Map<Event, Long> times = new HashMap<>();
		results.forEach((event) -> numbers.stream()
			.filter((one) -> one.series().equals(event.series()) && one.status() == event.status())
			.forEach((one) -> times.put(event, one.number())));
		return times;
	}

}
