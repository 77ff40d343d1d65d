package org.awarenessweek.mine;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.awarenessweek.event.Event;
import org.awarenessweek.event.EventCare;
import org.awarenessweek.event.EventConfirmation;
import org.awarenessweek.event.EventInWords;
import org.awarenessweek.event.EventSubmission;
import org.awarenessweek.event.content.EventContent;
import org.awarenessweek.event.content.EventPicture;
import org.awarenessweek.event.form.EventExtras;
import org.awarenessweek.event.form.ShownPicture;
import org.awarenessweek.mail.EmailAddress;
import org.awarenessweek.site.NotFound;
import org.awarenessweek.site.SiteClock;
import org.awarenessweek.site.StaleForm;
import org.awarenessweek.text.HomeZone;
import org.awarenessweek.text.Keyword;
import org.awarenessweek.text.TypedLink;
import org.awarenessweek.text.TypedText;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * An event as its organiser sees it, and the buttons there. A GET changes nothing, nor
 * does sending a form twice. These pages have no session, so the next page's address says
 * what was done.
 */
@Controller
@RequestMapping("/mine/event")
class OwnEventController {

	private static final int LONGEST_REASON = 900;

	private final OwnPages pages;

	private final EventCare care;

	private final EventInWords words;

	private final EventExtras extras;

	private final EventSubmission.Settings settings;

	private final SiteClock clock;

	OwnEventController(OwnPages pages, EventCare care, EventInWords words, EventExtras extras,
			EventSubmission.Settings settings, SiteClock clock) {
		this.pages = pages;
		this.care = care;
		this.words = words;
		this.extras = extras;
		this.settings = settings;
		this.clock = clock;
	}

	@GetMapping
	ModelAndView show(@RequestParam(required = false) @Nullable String token, @RequestParam(name = "event") UUID id,
			@RequestParam(required = false) @Nullable String done, Model model) {
		model.addAttribute("done", OwnStep.done(done));
		return this.pages.owner(token)
			.map((owner) -> page(owner, String.valueOf(token), id, HttpStatus.OK, model))
			.orElseGet(OwnPageController::deadLink);
	}

	@PostMapping
	ModelAndView act(@RequestParam String token, @RequestParam(name = "event") UUID id, @RequestParam int version,
			@RequestParam String what, @ModelAttribute("typed") Typed typed, Model model) {
		Optional<EmailAddress> owner = this.pages.owner(token);
		if (owner.isEmpty()) {
			return OwnPageController.deadLink();
		}
		OwnStep step = Keyword.of(OwnStep.class, what).orElseThrow(NotFound::new);
		if (step.asks() && (typed.sure() == null || !typed.hasReason())) {
			return ask(owner.get(), token, id, version, step, typed, model);
		}
		if (step == OwnStep.LINKS && typed.wrongLink() != null) {
			model.addAttribute("missing", typed.wrongLink());
			return page(owner.get(), token, id, HttpStatus.UNPROCESSABLE_CONTENT, model);
		}
		try {
			act(owner.get(), id, version, step, typed);
		}
		catch (StaleForm ex) {
			model.addAttribute("stale", true);
			return page(owner.get(), token, id, HttpStatus.CONFLICT, model);
		}
		boolean gone = step == OwnStep.DELETE || step == OwnStep.FORGET;
		ModelAndView next = new ModelAndView(gone ? "redirect:/mine" : "redirect:/mine/event").addObject("token", token)
			.addObject("done", step.word());
		return gone ? next : next.addObject("event", id);
	}

	private void act(EmailAddress owner, UUID id, int version, OwnStep step, Typed typed) {
		switch (step) {
			case CONFIRM -> this.care.confirm(owner, id, version);
			case CANCEL ->
				this.care.cancel(owner, id, version, TypedText.read(typed.reason()), others(owner, id, typed));
			case POSTPONE ->
				this.care.postpone(owner, id, version, TypedText.read(typed.reason()), others(owner, id, typed));
			case FULL -> this.care.markFull(owner, id, version, true);
			case PLACES -> this.care.markFull(owner, id, version, false);
			case LINKS ->
				this.care.addLinks(owner, id, version, TypedLink.read(typed.live()), TypedLink.read(typed.recording()));
			case KEEP -> this.care.takeBackChange(owner, id);
			case DELETE -> this.care.delete(owner, id, version);
			case FORGET -> this.care.forget(owner, id, version);
			case CHANGE, COPY -> throw new NotFound();
		}
	}

	private List<Event> others(EmailAddress owner, UUID id, Typed typed) {
		return (typed.all() == null) ? List.of()
				: this.care.one(owner, id)
					.map((event) -> this.care.othersToCome(event, this.clock.now()))
					.orElseThrow(NotFound::new);
	}

	/** Asks for confirmation, and does nothing yet. */
	private ModelAndView ask(EmailAddress owner, String token, UUID id, int version, OwnStep step, Typed typed,
			Model model) {
		boolean failed = typed.sure() != null;
		Event event = this.care.one(owner, id).orElseThrow(NotFound::new);
		model.addAttribute("event", event);
		model.addAttribute("others", this.care.othersToCome(event, this.clock.now()));
		model.addAttribute("version", version);
		model.addAttribute("step", step);
		model.addAttribute("failed", failed);
		return OwnPageController.personal(
				new ModelAndView("mine/sure", model.asMap(), failed ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK),
				token);
	}

	private @Nullable ShownPicture shown(EventContent content) {
		EventPicture picture = content.details().picture();
		return this.extras.shown((picture != null) ? picture.hash() : null);
	}

	private ModelAndView page(EmailAddress owner, String token, UUID id, HttpStatus status, Model model) {
		Event event = this.care.one(owner, id).orElseThrow(NotFound::new);
		model.addAttribute("event", event);
		model.addAttribute("others", this.care.othersToCome(event, this.clock.now()));
		model.addAttribute("series", this.care.others(event));
		model.addAttribute("failed", model.containsAttribute("missing"));
		model.addAttribute("picture", shown(event.content()));
		this.care.wanted(event)
			.ifPresent((change) -> model.addAttribute("wanted", change)
				.addAttribute("wantedPicture", shown(change.content(event)))
				.addAttribute("differences", this.words.differences(event.content(), change.content(event))));
		model.addAttribute("deletedOn",
				LocalDate.ofInstant(event.submittedAt().plus(EventConfirmation.TIME), HomeZone.get()));
		model.addAttribute("reviewDays", this.settings.reviewDays());
		model.addAttribute("now", this.clock.now());
		return OwnPageController.personal(new ModelAndView("mine/event", model.asMap(), status), token);
	}

	/**
	 * What was typed beside a button.
	 *
	 * @param sure whether the question was answered
	 * @param all whether the others of the series are meant, too
	 * @param reason why it is cancelled or postponed, for the team
	 * @param live link to watch live
	 * @param recording link to watch the recording
	 */
	record Typed(@Nullable String sure, @Nullable String all, @Nullable String reason, @Nullable String live,
			@Nullable String recording) {

		Typed {
			reason = TypedText.fit(reason);
			live = TypedText.fit(live);
			recording = TypedText.fit(recording);
		}

		boolean hasReason() {
			return this.reason == null || this.reason.length() <= LONGEST_REASON;
		}

		/** The field whose link cannot be read. */
		@Nullable String wrongLink() {
			return isWrong(this.live) ? "live" : isWrong(this.recording) ? "recording" : null;
		}

		private static boolean isWrong(@Nullable String typed) {
			return TypedText.line(typed) != null && TypedLink.read(typed) == null;
		}

	}

}
