package org.awarenessweek.mine;

import java.util.Optional;
import java.util.UUID;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import org.awarenessweek.door.OwnCopy;
import org.awarenessweek.edition.Edition;
import org.awarenessweek.event.Event;
import org.awarenessweek.event.EventCare;
import org.awarenessweek.event.EventSubmission;
import org.awarenessweek.event.form.EventForm;
import org.awarenessweek.event.form.EventReading;
import org.awarenessweek.mail.EmailAddress;
import org.awarenessweek.site.NotFound;
import org.awarenessweek.site.SiteClock;
import org.awarenessweek.site.StaleForm;
import org.awarenessweek.text.Country;
import org.awarenessweek.text.Zones;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * The forms in which organisers change an event of theirs, or send another one like it.
 */
@Controller
@RequestMapping("/mine/event")
class OwnEventFormController {

	private final OwnPages pages;

	private final EventCare care;

	private final EventSubmission.Settings settings;

	private final SiteClock clock;

	OwnEventFormController(OwnPages pages, EventCare care, EventSubmission.Settings settings, SiteClock clock) {
		this.pages = pages;
		this.care = care;
		this.settings = settings;
		this.clock = clock;
	}

	@GetMapping("/edit")
	ModelAndView edit(@RequestParam(required = false) @Nullable String token, @RequestParam(name = "event") UUID id,
			Model model) {
		return opened(token, id).map((event) -> {
			model.addAttribute("form", kept(event));
			return form("edit", event, event.edition(), HttpStatus.OK, String.valueOf(token), model);
		}).orElseGet(OwnPageController::deadLink);
	}

	@PostMapping("/edit")
	ModelAndView save(@RequestParam String token, @RequestParam(name = "event") UUID id, @RequestParam int version,
			@Valid @ModelAttribute("form") EventForm form, BindingResult errors, HttpServletResponse response,
			Model model) {
		OwnCopy.allow(response);
		Optional<EmailAddress> owner = this.pages.owner(token);
		if (owner.isEmpty()) {
			return OwnPageController.deadLink();
		}
		Event event = own(owner.get(), id);
		model.addAttribute("version", version);
		EventReading reading = form.read(errors, event.edition(), this.settings.mostLinks(), false);
		reading.checkSender(event.organiser());
		if (errors.hasErrors()) {
			return form("edit", event, event.edition(), HttpStatus.UNPROCESSABLE_CONTENT, token, model);
		}
		try {
			this.care.change(owner.get(), id, version, reading.content());
		}
		catch (StaleForm ex) {
			Event now = own(owner.get(), id);
			model.addAttribute("version", now.version());
			model.addAttribute("differences", StaleForm.differences(form.typed(), kept(now).typed()));
			return form("edit", now, now.edition(), HttpStatus.CONFLICT, token, model);
		}
		return done(token, id, OwnStep.CHANGE);
	}

	@GetMapping("/copy")
	ModelAndView copy(@RequestParam(required = false) @Nullable String token, @RequestParam(name = "event") UUID id,
			Edition edition, Model model) {
		return opened(token, id).map((event) -> {
			model.addAttribute("form", EventForm.copyOf(event));
			return form("copy", event, edition, HttpStatus.OK, String.valueOf(token), model);
		}).orElseGet(OwnPageController::deadLink);
	}

	@PostMapping("/copy")
	ModelAndView send(@RequestParam String token, @RequestParam(name = "event") UUID id,
			@Valid @ModelAttribute("form") EventForm form, BindingResult errors, Edition edition,
			HttpServletResponse response, Model model) {
		OwnCopy.allow(response);
		Optional<EmailAddress> owner = this.pages.owner(token);
		if (owner.isEmpty()) {
			return OwnPageController.deadLink();
		}
		Event event = own(owner.get(), id);
		EventReading reading = form.read(errors, edition, this.settings.mostLinks(), false);
		reading.checkSender(event.organiser());
		if (errors.hasErrors() || !edition.takesEvents()) {
			return form("copy", event, edition,
					errors.hasErrors() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.CONFLICT, token, model);
		}
		return done(token, this.care.copy(owner.get(), reading.content(), edition), OwnStep.COPY);
	}

	private static ModelAndView done(String token, UUID id, OwnStep step) {
		return new ModelAndView("redirect:/mine/event").addObject("token", token)
			.addObject("event", id)
			.addObject("done", step.word());
	}

	/** What its organiser wants it to be, or what it is. */
	private EventForm kept(Event event) {
		return this.care.wanted(event)
			.map((change) -> EventForm.of(change.content(event), event.edition()))
			.orElseGet(() -> EventForm.of(event));
	}

	private Optional<Event> opened(@Nullable String token, UUID id) {
		return this.pages.owner(token).map((owner) -> own(owner, id));
	}

	private Event own(EmailAddress owner, UUID id) {
		return this.care.one(owner, id).orElseThrow(NotFound::new);
	}

	private ModelAndView form(String name, Event event, Edition edition, HttpStatus status, String token, Model model) {
		model.addAttribute("event", event);
		model.asMap().putIfAbsent("version", event.version());
		model.addAttribute("days", EventForm.days(edition, this.clock.today()));
		model.addAttribute("week", edition.week());
		model.addAttribute("zones", Zones.all());
		model.addAttribute("countries", Country.all());
		model.addAttribute("reviewDays", this.settings.reviewDays());
		return OwnPageController.personal(new ModelAndView("mine/" + name, model.asMap(), status), token);
	}

}
