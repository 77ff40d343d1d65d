package org.awarenessweek.calendar;

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
import org.awarenessweek.edition.Editions;
import org.awarenessweek.site.Country;
import org.awarenessweek.site.NotFound;
import org.awarenessweek.site.Site;
import org.awarenessweek.site.SiteClock;
import org.jspecify.annotations.Nullable;

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
import org.springframework.web.servlet.view.RedirectView;

/**
 * The calendar as visitors see it: the list of this week and of past ones, one event, and
 * all that one organiser runs.
 */
@Controller
class CalendarController {

	private final Events events;

	private final Listings listings;

	private final Editions editions;

	private final StructuredData structured;

	private final SiteClock clock;

	private final Site site;

	CalendarController(Events events, Listings listings, Editions editions, StructuredData structured, SiteClock clock,
			Site site) {
		this.events = events;
		this.listings = listings;
		this.editions = editions;
		this.structured = structured;
		this.clock = clock;
		this.site = site;
	}

	@GetMapping("/calendar")
	ModelAndView list(@Valid @ModelAttribute("filter") CalendarFilter filter, BindingResult errors,
			@ModelAttribute(name = "edition", binding = false) @Nullable Edition announced, Model model) {
		Edition edition = Optional.ofNullable(announced).orElseThrow(NotFound::new);
		model.addAttribute("subscription", new Subscription(this.site.name(),
				this.site.link((errors.hasErrors() ? CalendarFilter.OPEN : filter.asList()).at("/calendar.ics"))));
		return list(edition, "/calendar", filter, errors, model);
	}

	@GetMapping("/editions/{year:\\d{4}}/calendar")
	ModelAndView past(@PathVariable int year, @Valid @ModelAttribute("filter") CalendarFilter filter,
			BindingResult errors, @ModelAttribute(name = "edition", binding = false) @Nullable Edition announced,
			Model model) {
		if (announced != null && announced.year() == year) {
			return redirect(errors.hasErrors() ? "/calendar" : filter.at("/calendar"), HttpStatus.FOUND);
		}
		Edition edition = this.editions.findByYear(year).filter(Edition::announced).orElseThrow(NotFound::new);
		return list(edition, "/editions/" + year + "/calendar", filter, errors, model);
	}

	private ModelAndView list(Edition edition, String address, CalendarFilter filter, BindingResult errors,
			Model model) {
		CalendarFilter wanted = errors.hasErrors() ? CalendarFilter.OPEN : filter;
		Found found = this.listings.find(edition, wanted);
		Page<Event> results = errors.hasErrors() ? Page.empty()
				: new PageImpl<>(this.events.inOrder(found.page()), wanted.pageable(), found.total());
		model.addAttribute("shown", edition);
		model.addAttribute("address", address);
		model.addAttribute("wanted", wanted);
		model.addAttribute("found", found);
		model.addAttribute("results", results);
		model.addAttribute("agenda",
				wanted.isWeek() ? Agenda.ofColumns(results.getContent(), edition.week(), wanted.day())
						: Agenda.of(results.getContent(), edition.week(), wanted.day()));
		model.addAttribute("formats", Place.Format.values());
		model.addAttribute("audiences", Audience.values());
		model.addAttribute("provisions", Provision.values());
		model.addAttribute("countries", Country.all());
		model.addAttribute("choices", daysToChoose(edition, found, wanted.day()));
		model.addAttribute("structured", this.structured.of(results.getContent()));
		model.addAttribute("failed", errors.hasErrors());
		tellTime(model);
		return new ModelAndView("calendar/list", model.asMap(),
				errors.hasErrors() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK);
	}

	@GetMapping("/calendar/{slug:[a-z0-9-]{1,80}}")
	ModelAndView show(@PathVariable String slug, Model model) {
		Optional<Event> found = this.events.onCalendar(slug);
		if (found.isEmpty()) {
			return redirect("/calendar/" + this.events.presentSlug(slug).orElseThrow(NotFound::new),
					HttpStatus.MOVED_PERMANENTLY);
		}
		Event event = found.get();
		model.addAttribute("event", event);
		if (event.time().isKnown()) {
			model.addAttribute("structured", this.structured.of(event));
			if (event.status() == EventStatus.PUBLISHED) {
				model.addAttribute("invitation", new Invitation(event, this.site.link(event.path())));
			}
		}
		tellTime(model);
		return new ModelAndView("calendar/show", model.asMap());
	}

	@GetMapping("/calendar/by/{organiser:[a-z0-9-]{1,80}}")
	ModelAndView by(@PathVariable String organiser, Model model) {
		List<Event> all = this.events.by(organiser, Events.OF_ONE_ORGANISER);
		if (all.isEmpty()) {
			return redirect("/calendar/by/" + this.events.presentOrganiser(organiser), HttpStatus.MOVED_PERMANENTLY);
		}
		Map<Edition, List<Event>> weeks = new LinkedHashMap<>();
		all.forEach((event) -> weeks.computeIfAbsent(event.edition(), (first) -> new ArrayList<>()).add(event));
		String name = all.getFirst().organiser().publicName();
		model.addAttribute("name", name);
		model.addAttribute("weeks", weeks);
		model.addAttribute("subscription",
				new Subscription(name, this.site.link("/calendar/by/" + organiser + ".ics")));
		tellTime(model);
		return new ModelAndView("calendar/organiser", model.asMap());
	}

	private void tellTime(Model model) {
		model.addAttribute("now", this.clock.now());
		model.addAttribute("today", this.clock.today());
	}

	private static ModelAndView redirect(String address, HttpStatus status) {
		RedirectView redirect = new RedirectView(address);
		redirect.setStatusCode(status);
		redirect.setExposeModelAttributes(false);
		return new ModelAndView(redirect);
	}

	/** The days of the week, those near it that have events, and the one chosen. */
	private static Set<LocalDate> daysToChoose(Edition edition, Found found, @Nullable LocalDate chosen) {
		Set<LocalDate> days = new TreeSet<>(edition.week().days());
		days.addAll(found.days().keySet());
		Optional.ofNullable(chosen).ifPresent(days::add);
		return days;
	}

}
