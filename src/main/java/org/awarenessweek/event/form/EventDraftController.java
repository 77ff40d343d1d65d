package org.awarenessweek.event.form;

import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.awarenessweek.door.FormTrap;
import org.awarenessweek.door.OwnCopy;
import org.awarenessweek.door.TooManyRequests;
import org.awarenessweek.edition.Edition;
import org.awarenessweek.event.EventSubmission;
import org.awarenessweek.event.draft.EventDraft;
import org.awarenessweek.event.draft.EventDrafting;
import org.awarenessweek.mail.EmailAddress;
import org.awarenessweek.site.PlainEnglish;
import org.awarenessweek.site.SiteClock;
import org.awarenessweek.text.HomeZone;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

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

/** Where organisers leave the form for later, and come back to it. */
@Controller
@RequestMapping("/calendar/draft")
class EventDraftController {

	private static final JsonMapper JSON = JsonMapper.shared();

	private final EventDrafting drafts;

	private final EventExtras extras;

	private final EventSubmission.Settings settings;

	private final SiteClock clock;

	EventDraftController(EventDrafting drafts, EventExtras extras, EventSubmission.Settings settings, SiteClock clock) {
		this.drafts = drafts;
		this.extras = extras;
		this.settings = settings;
		this.clock = clock;
	}

	@ModelAttribute("reviewDays")
	int reviewDays() {
		return this.settings.reviewDays();
	}

	@GetMapping
	ModelAndView open(@RequestParam(required = false) @Nullable String token, Edition edition, Model model) {
		Optional<EventDraft> draft = this.drafts.find(token);
		if (draft.isEmpty()) {
			return new ModelAndView("event/form/no-draft", model.asMap(), HttpStatus.NOT_FOUND);
		}
		EventForm form = JSON.readValue(draft.get().typed(), EventForm.class);
		model.addAttribute("form", form);
		model.addAttribute("picture", this.extras.shown(form.picture()));
		if (!edition.takesEvents()) {
			return EventSubmissionController.closed(HttpStatus.OK, model);
		}
		model.addAttribute("draft", token);
		model.addAttribute("noindex", true);
		model.addAttribute("keptUntil", PlainEnglish.day(draft.get().keptUntil().atZone(HomeZone.get()).toLocalDate()));
		return page(HttpStatus.OK, edition, model);
	}

	/** Keeps what was typed, right or wrong, if there is an address to write to. */
	@PostMapping
	ModelAndView save(@ModelAttribute("form") EventForm form, BindingResult errors,
			@RequestParam(required = false) @Nullable String draft, Edition edition, HttpServletRequest request,
			HttpServletResponse response, Model model) {
		OwnCopy.allow(response);
		if (!edition.takesEvents()) {
			return EventSubmissionController.closed(HttpStatus.CONFLICT, model);
		}
		Optional<EmailAddress> address = EmailAddress.read(form.email());
		if (address.isEmpty()) {
			errors.rejectValue("email", "event.email");
		}
		FormTrap.check(request, errors);
		model.addAttribute("draft", draft);
		model.addAttribute("picture", this.extras.shown(form.picture()));
		if (errors.hasErrors()) {
			return page(HttpStatus.UNPROCESSABLE_CONTENT, edition, model);
		}
		try {
			this.extras.count(request);
		}
		catch (TooManyRequests ex) {
			response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(ex.seconds()));
			model.addAttribute("wait", Math.ceilDiv(ex.seconds(), 60));
			return page(HttpStatus.TOO_MANY_REQUESTS, edition, model);
		}
		this.drafts.save(draft, address.orElseThrow(), form.title(), JSON.writeValueAsString(form));
		return new ModelAndView("redirect:/calendar/draft/sent");
	}

	@GetMapping("/sent")
	String sent() {
		return "event/form/draft-sent";
	}

	private ModelAndView page(HttpStatus status, Edition edition, Model model) {
		return EventSubmissionController.page("submit", status, edition, this.clock.today(), model);
	}

}
