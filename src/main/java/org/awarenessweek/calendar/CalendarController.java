package org.awarenessweek.calendar;

import java.util.List;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import org.awarenessweek.edition.Edition;
import org.awarenessweek.edition.Editions;
import org.awarenessweek.site.NotFound;
import org.awarenessweek.site.Site;
import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.data.domain.Page;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** The calendar as visitors see it: the lists of this week and of past ones. */
@Controller
class CalendarController {

	private final CalendarSearch search;

	private final Editions editions;

	private final StructuredData structured;

	private final MessageSource messages;

	private final Site site;

	CalendarController(CalendarSearch search, Editions editions, StructuredData structured, MessageSource messages,
			Site site) {
		this.search = search;
		this.editions = editions;
		this.structured = structured;
		this.messages = messages;
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
		Page<EventCard> results = errors.hasErrors() ? Page.empty() : this.search.page(found, wanted);
		List<EventCard> recorded = wanted.isOpen() && !wanted.isWeek() ? this.search.recorded(edition, results)
				: List.of();
		List<EventCard> others = results.filter((card) -> !recorded.contains(card)).toList();
		model.addAttribute("shown", edition);
		model.addAttribute("address", address);
		model.addAttribute("wanted", wanted);
		model.addAttribute("found", found);
		model.addAttribute("results", results);
		model.addAttribute("recorded", recorded);
		model.addAttribute("column", CalendarSearch.COLUMN);
		model.addAttribute("agenda",
				wanted.isWeek() ? Agenda.ofColumns(others, EventCard::time, edition.week(), wanted.day())
						: Agenda.of(others, EventCard::time, edition.week(), wanted.day()));
		model.addAttribute("choices", new Choices(edition, wanted, found, this.messages));
		model.addAttribute("structured", this.structured.of(results.map(EventCard::path).getContent()));
		model.addAttribute("failed", errors.hasErrors());
		return new ModelAndView("calendar/list", model.asMap(),
				errors.hasErrors() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK);
	}

}
