package org.awarenessweek.feed;

import java.util.List;
import java.util.Optional;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import org.awarenessweek.calendar.CalendarFilter;
import org.awarenessweek.calendar.CalendarSearch;
import org.awarenessweek.calendar.EventCards;
import org.awarenessweek.calendar.Found;
import org.awarenessweek.edition.Edition;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.servlet.ModelAndView;

/**
 * The next events, or the first ones once all are over, for a frame on somebody else's
 * page.
 */
@Controller
class EmbedController {

	/** As many as a frame has room for. */
	private static final int FIRST = 10;

	private final CalendarSearch calendar;

	private final EventCards cards;

	EmbedController(CalendarSearch calendar, EventCards cards) {
		this.calendar = calendar;
		this.cards = cards;
	}

	@GetMapping("/calendar/embed")
	ModelAndView embed(@Valid @ModelAttribute("filter") CalendarFilter filter, BindingResult filterErrors,
			@Valid @ModelAttribute("look") Look look, BindingResult lookErrors, @Nullable Edition edition,
			Model model) {
		boolean failed = filterErrors.hasErrors() || lookErrors.hasErrors();
		Optional<Found> found = failed ? Optional.empty()
				: Optional.ofNullable(edition).map((week) -> this.calendar.find(week, filter));
		model.addAttribute("events", found.map((all) -> this.cards.next(all, FIRST)).orElse(List.of()));
		model.addAttribute("total", found.map(Found::total).orElse(0L));
		model.addAttribute("all", failed ? "/calendar" : filter.asList().at("/calendar"));
		model.addAttribute("failed", failed);
		return new ModelAndView("feed/embed", model.asMap(), failed ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK);
	}

	/**
	 * How the page around the frame looks.
	 *
	 * @param scheme its colour scheme; by default, the one that the visitor prefers
	 */
	record Look(@Nullable @Pattern(regexp = "light|dark", message = "{embed.scheme}") String scheme) {
	}

}
