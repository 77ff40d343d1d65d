package org.awarenessweek.mine;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.Part;
import jakarta.validation.Valid;
import org.awarenessweek.door.OwnCopy;
import org.awarenessweek.door.TooManyRequests;
import org.awarenessweek.edition.Edition;
import org.awarenessweek.event.Event;
import org.awarenessweek.event.EventCare;
import org.awarenessweek.event.EventStatus;
import org.awarenessweek.event.EventSubmission;
import org.awarenessweek.event.content.EventContent;
import org.awarenessweek.event.form.EventExtras;
import org.awarenessweek.event.form.EventForm;
import org.awarenessweek.event.form.EventReading;
import org.awarenessweek.event.form.ShownPicture;
import org.awarenessweek.mail.EmailAddress;
import org.awarenessweek.site.NotFound;
import org.awarenessweek.site.SiteClock;
import org.awarenessweek.site.StaleForm;
import org.awarenessweek.text.Country;
import org.awarenessweek.text.Zones;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
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

	/** Fields that an organiser's form does not have. */
	private static final Set<String> OF_THE_TEAM = Set.of("live", "recording", "slug");

	private final OwnPages pages;

	private final EventCare care;

	private final EventExtras extras;

	private final EventSubmission.Settings settings;

	private final SiteClock clock;

	OwnEventFormController(OwnPages pages, EventCare care, EventExtras extras, EventSubmission.Settings settings,
			SiteClock clock) {
		this.pages = pages;
		this.care = care;
		this.extras = extras;
		this.settings = settings;
		this.clock = clock;
	}

	@GetMapping("/edit")
	ModelAndView edit(@RequestParam(required = false) @Nullable String token, @RequestParam(name = "event") UUID id,
			Model model) {
		return opened(token, id).map((event) -> {
			if (event.status() == EventStatus.CANCELLED) {
				return done(String.valueOf(token), id, OwnStep.CANCEL);
			}
			show(kept(event), model);
			return form("edit", event, event.edition(), HttpStatus.OK, String.valueOf(token), model);
		}).orElseGet(OwnPageController::deadLink);
	}

	@PostMapping("/edit")
	ModelAndView save(@ModelAttribute("sent") Sent sent, @RequestParam int version,
			@Valid @ModelAttribute("form") EventForm form, BindingResult errors, HttpServletRequest request,
			HttpServletResponse response, Model model) {
		OwnCopy.allow(response);
		Optional<EmailAddress> owner = this.pages.owner(sent.token());
		if (owner.isEmpty()) {
			return OwnPageController.deadLink();
		}
		Event event = own(owner.get(), sent.event());
		model.addAttribute("version", version);
		Optional<EventContent> read = read(form, sent, event, event.edition(), errors, request, model);
		if (read.isEmpty()) {
			return form("edit", event, event.edition(), HttpStatus.UNPROCESSABLE_CONTENT, String.valueOf(sent.token()),
					model);
		}
		try {
			List<Event> others = this.care.othersToCome(event, this.clock.now());
			this.care.change(owner.get(), event.id(), version, read.get(), (sent.all() != null) ? others : List.of());
		}
		catch (StaleForm ex) {
			Event now = own(owner.get(), event.id());
			model.addAttribute("version", now.version());
			Map<String, String> theirs = kept(now).typed();
			theirs.keySet().removeAll(OF_THE_TEAM);
			Map<String, String> own = form.typed();
			own.keySet().retainAll(theirs.keySet());
			model.addAttribute("differences", StaleForm.differences(own, theirs));
			return form("edit", now, now.edition(), HttpStatus.CONFLICT, String.valueOf(sent.token()), model);
		}
		return done(String.valueOf(sent.token()), event.id(), OwnStep.CHANGE);
	}

	@GetMapping("/copy")
	ModelAndView copy(@RequestParam(required = false) @Nullable String token, @RequestParam(name = "event") UUID id,
			Edition edition, Model model) {
		return opened(token, id).map((event) -> {
			show(EventForm.copyOf(event), model);
			return form("copy", event, edition, HttpStatus.OK, String.valueOf(token), model);
		}).orElseGet(OwnPageController::deadLink);
	}

	@PostMapping("/copy")
	ModelAndView send(@ModelAttribute("sent") Sent sent, @Valid @ModelAttribute("form") EventForm form,
			BindingResult errors, Edition edition, HttpServletRequest request, HttpServletResponse response,
			Model model) {
		OwnCopy.allow(response);
		Optional<EmailAddress> owner = this.pages.owner(sent.token());
		if (owner.isEmpty()) {
			return OwnPageController.deadLink();
		}
		Event event = own(owner.get(), sent.event());
		Optional<EventContent> read = read(form, sent, event, edition, errors, request, model);
		if (read.isEmpty() || !edition.takesEvents()) {
			return form("copy", event, edition, read.isEmpty() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.CONFLICT,
					String.valueOf(sent.token()), model);
		}
		try {
			this.extras.count(request);
		}
		catch (TooManyRequests ex) {
			response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(ex.seconds()));
			model.addAttribute("wait", Math.ceilDiv(ex.seconds(), 60));
			return form("copy", event, edition, HttpStatus.TOO_MANY_REQUESTS, String.valueOf(sent.token()), model);
		}
		Optional<UUID> copy = this.care.copy(owner.get(), read.get(), edition);
		if (copy.isEmpty()) {
			errors.rejectValue("day", "event.copy.same");
			return form("copy", event, edition, HttpStatus.UNPROCESSABLE_CONTENT, String.valueOf(sent.token()), model);
		}
		return done(String.valueOf(sent.token()), copy.get(), OwnStep.COPY);
	}

	/** What was typed, unless something is wrong with it. */
	private Optional<EventContent> read(EventForm form, Sent sent, Event event, Edition edition, BindingResult errors,
			HttpServletRequest request, Model model) {
		EventReading reading = form.read(errors, edition, this.settings.mostLinks(), false);
		reading.checkSender(event.organiser());
		ShownPicture picture = this.extras.picture(form, sent.file(), errors, request);
		model.addAttribute("picture", picture);
		if (errors.hasErrors()) {
			return Optional.empty();
		}
		return Optional.of((picture != null) ? picture.with(reading.content(), form) : reading.content());
	}

	private void show(EventForm form, Model model) {
		model.addAttribute("form", form);
		model.addAttribute("picture", this.extras.shown(form.picture()));
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

	private Event own(EmailAddress owner, @Nullable UUID id) {
		return Optional.ofNullable(id).flatMap((event) -> this.care.one(owner, event)).orElseThrow(NotFound::new);
	}

	private ModelAndView form(String name, Event event, Edition edition, HttpStatus status, String token, Model model) {
		model.addAttribute("event", event);
		model.addAttribute("others", this.care.othersToCome(event, this.clock.now()));
		model.asMap().putIfAbsent("version", event.version());
		model.addAttribute("days", EventForm.days(edition, this.clock.today()));
		model.addAttribute("week", edition.week());
		model.addAttribute("zones", Zones.all());
		model.addAttribute("countries", Country.all());
		model.addAttribute("reviewDays", this.settings.reviewDays());
		return OwnPageController.personal(new ModelAndView("mine/" + name, model.asMap(), status), token);
	}

	/**
	 * What comes with the answers.
	 *
	 * @param token of the link to the page
	 * @param event the event's id
	 * @param all whether its whole series is changed
	 * @param file another picture
	 */
	record Sent(@Nullable String token, @Nullable UUID event, @Nullable String all, @Nullable Part file) {
	}

}
