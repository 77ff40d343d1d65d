package org.awarenessweek.calendar;

import java.security.Principal;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.validation.Valid;
import org.awarenessweek.edition.Edition;
import org.awarenessweek.edition.Editions;
import org.awarenessweek.event.Event;
import org.awarenessweek.event.EventModeration;
import org.awarenessweek.event.EventStatus;
import org.awarenessweek.event.Events;
import org.awarenessweek.event.form.EventForm;
import org.awarenessweek.event.form.EventReading;
import org.awarenessweek.site.Country;
import org.awarenessweek.site.NotFound;
import org.awarenessweek.site.SiteClock;
import org.awarenessweek.site.StaleForm;
import org.awarenessweek.team.TeamRecords;
import org.awarenessweek.text.TypedLink;
import org.awarenessweek.text.TypedText;
import org.awarenessweek.text.Zones;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The team's pages for events: the queue, reviewing and editing one, and entering one
 * that came by email.
 */
@Controller
@RequestMapping("/team/events")
class EventTeamController {

	/** The team may write as many links as it likes. */
	private static final int ANY_LINKS = Integer.MAX_VALUE;

	private static final int LONGEST_REASON = 900;

	private final Events events;

	private final EventModeration moderation;

	private final Editions editions;

	private final TeamRecords records;

	private final SiteClock clock;

	EventTeamController(Events events, EventModeration moderation, Editions editions, TeamRecords records,
			SiteClock clock) {
		this.events = events;
		this.moderation = moderation;
		this.editions = editions;
		this.records = records;
		this.clock = clock;
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
			model.addAttribute("results",
					this.events.findAll(new CalendarCriteria(filter).inQueue(edition), filter.pageable()));
		}
		model.addAttribute("wanted", filter);
		model.addAttribute("listed", edition);
		model.addAttribute("editions", this.editions.findAllByOrderByYearDesc());
		model.addAttribute("statuses", EventStatus.values());
		model.addAttribute("failed", errors.hasErrors());
		return new ModelAndView("calendar/queue", model.asMap(),
				errors.hasErrors() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK);
	}

	@GetMapping("/{id}")
	ModelAndView review(@PathVariable UUID id, Model model) {
		return review(id, HttpStatus.OK, model);
	}

	private ModelAndView review(UUID id, HttpStatus status, Model model) {
		model.addAttribute("event", found(id));
		model.addAttribute("records", this.records.of(id));
		model.addAttribute("failed", model.containsAttribute("missing"));
		return new ModelAndView("event/form/review", model.asMap(), status);
	}

	@PostMapping("/{id}/confirm")
	ModelAndView confirm(@PathVariable UUID id, @RequestParam int version, Principal by, Model model,
			RedirectAttributes redirect) {
		return act(id, "It is confirmed, and waits for review.",
				() -> this.moderation.confirm(id, version, by.getName()), model, redirect);
	}

	@PostMapping("/{id}/publish")
	ModelAndView publish(@PathVariable UUID id, @RequestParam int version, Principal by, Model model,
			RedirectAttributes redirect) {
		return act(id, "It is on the calendar.", () -> this.moderation.publish(id, version, by.getName()), model,
				redirect);
	}

	@PostMapping("/{id}/decline")
	ModelAndView decline(@PathVariable UUID id, @RequestParam int version,
			@RequestParam(required = false) @Nullable String reason,
			@RequestParam(required = false) @Nullable String sure, Principal by, Model model,
			RedirectAttributes redirect) {
		if (sure == null || reason == null || !isReason(reason)) {
			return askWhy(id, "decline", version, reason, sure, model);
		}
		return act(id, "It is declined, and the organiser gets your reason.",
				() -> this.moderation.decline(id, version, reason, by.getName()), model, redirect);
	}

	@PostMapping("/{id}/postpone")
	ModelAndView postpone(@PathVariable UUID id, @RequestParam int version,
			@RequestParam(required = false) @Nullable String reason,
			@RequestParam(required = false) @Nullable String sure, Principal by, Model model,
			RedirectAttributes redirect) {
		if (sure == null || !isReason(reason)) {
			return askWhy(id, "postpone", version, reason, sure, model);
		}
		return act(id, "It is postponed. Publish it again once the new time is known.",
				() -> this.moderation.postpone(id, version, reason, by.getName()), model, redirect);
	}

	@PostMapping("/{id}/cancel")
	ModelAndView cancel(@PathVariable UUID id, @RequestParam int version,
			@RequestParam(required = false) @Nullable String reason,
			@RequestParam(required = false) @Nullable String sure, Principal by, Model model,
			RedirectAttributes redirect) {
		if (sure == null || !isReason(reason)) {
			return askWhy(id, "cancel", version, reason, sure, model);
		}
		return act(id, "It is cancelled.", () -> this.moderation.cancel(id, version, reason, by.getName()), model,
				redirect);
	}

	private static boolean isReason(@Nullable String reason) {
		return reason == null || (reason.length() <= LONGEST_REASON && TypedText.isFit(reason));
	}

	/** Asks for a reason; an invalid one comes back to be corrected. */
	private ModelAndView askWhy(UUID id, String what, int version, @Nullable String reason, @Nullable String sure,
			Model model) {
		model.addAttribute("reason", TypedText.fit(reason));
		if (sure != null) {
			model.addAttribute("missing", "reason");
		}
		return ask(id, what, version, (sure != null) ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK, model);
	}

	/**
	 * Asks for confirmation, and does nothing yet.
	 * @param what the last part of the address that does it
	 * @param version of the event that the member saw
	 */
	private ModelAndView ask(UUID id, String what, int version, HttpStatus status, Model model) {
		model.addAttribute("event", found(id));
		model.addAttribute("what", what);
		model.addAttribute("version", version);
		model.addAttribute("failed", model.containsAttribute("missing"));
		return new ModelAndView("event/form/ask", model.asMap(), status);
	}

	@PostMapping("/{id}/full")
	ModelAndView markFull(@PathVariable UUID id, @RequestParam int version, @RequestParam boolean full, Principal by,
			Model model, RedirectAttributes redirect) {
		return act(id, full ? "It is marked as full." : "It is no longer marked as full.",
				() -> this.moderation.markFull(id, version, full, by.getName()), model, redirect);
	}

	@PostMapping("/{id}/pin")
	ModelAndView pin(@PathVariable UUID id, @RequestParam int version, @RequestParam boolean pinned, Principal by,
			Model model, RedirectAttributes redirect) {
		return act(id, pinned ? "It comes first on its day." : "It no longer comes first on its day.",
				() -> this.moderation.pin(id, version, pinned, by.getName()), model, redirect);
	}

	@PostMapping("/{id}/recording")
	ModelAndView addRecording(@PathVariable UUID id, @RequestParam int version,
			@RequestParam(required = false) @Nullable String recording, Principal by, Model model,
			RedirectAttributes redirect) {
		model.addAttribute("recording", TypedText.fit(recording));
		String link = TypedLink.read(recording);
		if (link == null) {
			model.addAttribute("missing", "recording");
			return review(id, HttpStatus.UNPROCESSABLE_CONTENT, model);
		}
		return act(id, "The recording is added.", () -> this.moderation.addRecording(id, version, link, by.getName()),
				model, redirect);
	}

	/** Does it and says so, or shows the event as it is now if it has changed. */
	private ModelAndView act(UUID id, String done, Runnable action, Model model, RedirectAttributes redirect) {
		try {
			action.run();
		}
		catch (StaleForm ex) {
			model.addAttribute("stale", true);
			return review(id, HttpStatus.CONFLICT, model);
		}
		redirect.addFlashAttribute("done", done);
		return new ModelAndView("redirect:/team/events/" + id);
	}

	@GetMapping("/{id}/edit")
	ModelAndView edit(@PathVariable UUID id, Model model) {
		Event event = found(id);
		model.addAttribute("form", EventForm.of(event));
		return form(event, event.edition(), HttpStatus.OK, model);
	}

	@PostMapping("/{id}/edit")
	ModelAndView save(@PathVariable UUID id, @RequestParam int version, @Valid @ModelAttribute("form") EventForm form,
			BindingResult errors, Principal by, Model model, RedirectAttributes redirect) {
		Event event = found(id);
		model.addAttribute("version", version);
		EventReading reading = form.read(errors, event.edition(), ANY_LINKS, true);
		if (form.slug() != null && !errors.hasErrors() && !this.events.isFree(form.slug(), id)) {
			errors.rejectValue("slug", "event.slug.taken");
		}
		if (errors.hasErrors()) {
			return form(event, event.edition(), HttpStatus.UNPROCESSABLE_CONTENT, model);
		}
		try {
			this.moderation.edit(id, version, reading.content(), form.slug(), by.getName());
		}
		catch (StaleForm ex) {
			Event kept = found(id);
			model.addAttribute("version", kept.version());
			model.addAttribute("differences", StaleForm.differences(form.typed(), EventForm.of(kept).typed()));
			return form(kept, kept.edition(), HttpStatus.CONFLICT, model);
		}
		redirect.addFlashAttribute("done", "Your changes are saved.");
		return new ModelAndView("redirect:/team/events/" + id);
	}

	@GetMapping("/new")
	ModelAndView enter(Model model) {
		model.addAttribute("form", EventForm.empty());
		return form(null, this.editions.current(), HttpStatus.OK, model);
	}

	@PostMapping("/new")
	ModelAndView enter(@Valid @ModelAttribute("form") EventForm form, BindingResult errors,
			@RequestParam(required = false) @Nullable String publish, Principal by, Model model,
			RedirectAttributes redirect) {
		Edition edition = this.editions.current();
		EventReading reading = form.read(errors, edition, ANY_LINKS, true);
		if (errors.hasErrors()) {
			return form(null, edition, HttpStatus.UNPROCESSABLE_CONTENT, model);
		}
		UUID id = this.moderation.enter(reading.content(), edition, publish != null, by.getName());
		redirect.addFlashAttribute("done", (publish != null) ? "It is on the calendar." : "It waits for review.");
		return new ModelAndView("redirect:/team/events/" + id);
	}

	private ModelAndView form(@Nullable Event event, Edition edition, HttpStatus status, Model model) {
		Map<String, String> days = EventForm.days(edition, this.clock.today());
		days.put(EventForm.OPEN, "To be confirmed");
		model.addAttribute("days", days);
		model.addAttribute("week", edition.week());
		model.addAttribute("zones", Zones.all());
		model.addAttribute("countries", Country.all());
		Optional.ofNullable(event).ifPresent((edited) -> {
			model.addAttribute("event", edited);
			model.asMap().putIfAbsent("version", edited.version());
		});
		return new ModelAndView("event/form/edit", model.asMap(), status);
	}

	private Event found(UUID id) {
		return this.events.findById(id).orElseThrow(NotFound::new);
	}

}
