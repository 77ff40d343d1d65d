package org.awarenessweek.event.desk;

import java.security.Principal;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.validation.Valid;
import org.awarenessweek.edition.Edition;
import org.awarenessweek.edition.Editions;
import org.awarenessweek.event.Event;
import org.awarenessweek.event.EventModeration;
import org.awarenessweek.event.Events;
import org.awarenessweek.event.content.EventContent;
import org.awarenessweek.event.form.EventExtras;
import org.awarenessweek.event.form.EventForm;
import org.awarenessweek.event.form.EventReading;
import org.awarenessweek.event.form.ShownPicture;
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
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The form in which the team edits an event, or enters one that came by email. */
@Controller
@RequestMapping("/team/events")
class EventEditController {

	/** The team may write as many links as it likes. */
	private static final int ANY_LINKS = Integer.MAX_VALUE;

	private final Events events;

	private final EventModeration moderation;

	private final Editions editions;

	private final EventExtras extras;

	private final SiteClock clock;

	EventEditController(Events events, EventModeration moderation, Editions editions, EventExtras extras,
			SiteClock clock) {
		this.events = events;
		this.moderation = moderation;
		this.editions = editions;
		this.extras = extras;
		this.clock = clock;
	}

	@GetMapping("/{id}/edit")
	ModelAndView edit(@PathVariable UUID id, Model model) {
		Event event = found(id);
		EventForm form = EventForm.of(event);
		model.addAttribute("form", form);
		model.addAttribute("picture", this.extras.shown(form.picture()));
		return form(event, event.edition(), HttpStatus.OK, model);
	}

	@PostMapping("/{id}/edit")
	ModelAndView save(@PathVariable UUID id, @RequestParam int version, @Valid @ModelAttribute("form") EventForm form,
			BindingResult errors, Principal by, Model model, RedirectAttributes redirect) {
		Event event = found(id);
		model.addAttribute("version", version);
		EventReading reading = form.read(errors, event.edition(), ANY_LINKS, true);
		model.addAttribute("picture", this.extras.shown(form.picture()));
		ShownPicture picture = this.extras.picture(form, errors);
		if (form.slug() != null && !errors.hasErrors() && !this.events.isFree(form.slug(), id)) {
			errors.rejectValue("slug", "event.slug.taken");
		}
		if (errors.hasErrors()) {
			return form(event, event.edition(), HttpStatus.UNPROCESSABLE_CONTENT, model);
		}
		try {
			EventContent content = reading.content();
			this.moderation.edit(id, version, (picture != null) ? picture.with(content, form) : content, form.slug(),
					by.getName());
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
		redirect.addFlashAttribute("done", (publish != null) ? "It is on the calendar." : "It is waiting for review.");
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
		return new ModelAndView("event/desk/edit", model.asMap(), status);
	}

	private Event found(UUID id) {
		return this.events.findById(id).orElseThrow(NotFound::new);
	}

}
