package org.awarenessweek.feed;

import java.util.Objects;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import org.awarenessweek.calendar.CalendarFilter;
import org.awarenessweek.calendar.Event;
import org.awarenessweek.calendar.Events;
import org.awarenessweek.edition.Edition;
import org.awarenessweek.site.SiteClock;
import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.servlet.ModelAndView;

/**
 * What comes next on the calendar, or all of it from its beginning once it is over, for a
 * frame on somebody else's page.
 */
@Controller
class EmbedController {

	/** As many as somebody else's page has room for. */
	private static final Pageable FIRST = PageRequest.of(0, 10);

	private final Events events;

	private final SiteClock clock;

	EmbedController(Events events, SiteClock clock) {
		this.events = events;
		this.clock = clock;
	}

	@GetMapping("/calendar/embed")
	ModelAndView embed(@Valid @ModelAttribute("filter") CalendarFilter filter, BindingResult filterErrors,
			@Valid @ModelAttribute("look") Look look, BindingResult lookErrors,
			@ModelAttribute(name = "edition", binding = false) @Nullable Edition edition, Model model) {
		boolean failed = filterErrors.hasErrors() || lookErrors.hasErrors();
		Page<Event> all = (failed || edition == null) ? Page.empty()
				: this.events.findAll(filter.onCalendar(edition), FIRST);
		Page<Event> toCome = all.isEmpty() ? all
				: this.events.findAll(filter.toCome(Objects.requireNonNull(edition), this.clock.now()), FIRST);
		model.addAttribute("found", toCome.isEmpty() ? all : toCome);
		model.addAttribute("total", all.getTotalElements());
		model.addAttribute("all", failed ? "/calendar" : filter.asList().at("/calendar"));
		model.addAttribute("failed", failed);
		model.addAttribute("now", this.clock.now());
		return new ModelAndView("feed/embed", model.asMap(), failed ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK);
	}

	/**
	 * What the page around the frame looks like.
	 *
	 * @param scheme its colours; without one, those that the visitor prefers
	 */
	record Look(@Nullable @Pattern(regexp = "light|dark", message = "{embed.scheme}") String scheme) {
	}

}
