package org.awarenessweek.event.desk;

import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.awarenessweek.event.Event;
import org.awarenessweek.event.EventChanges;
import org.awarenessweek.event.EventInWords;
import org.awarenessweek.event.EventModeration;
import org.awarenessweek.event.Events;
import org.awarenessweek.event.form.SeenEvents;
import org.awarenessweek.site.NotFound;
import org.awarenessweek.site.PlainEnglish;
import org.awarenessweek.site.StaleForm;
import org.awarenessweek.team.TeamRecords;
import org.awarenessweek.text.TypedLink;
import org.awarenessweek.text.TypedText;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One event as the team reviews it, and what the team does with it. */
@Controller
@RequestMapping("/team/events")
class EventReviewController {

	private static final int LONGEST_REASON = 900;

	private final Events events;

	private final EventModeration moderation;

	private final EventChanges changes;

	private final EventInWords words;

	private final TeamRecords records;

	EventReviewController(Events events, EventModeration moderation, EventChanges changes, EventInWords words,
			TeamRecords records) {
		this.events = events;
		this.moderation = moderation;
		this.changes = changes;
		this.words = words;
		this.records = records;
	}

	@GetMapping("/{id}")
	ModelAndView review(@PathVariable UUID id, Model model) {
		return review(id, HttpStatus.OK, model);
	}

	private ModelAndView review(UUID id, HttpStatus status, Model model) {
		Event event = found(id);
		model.addAttribute("event", event);
		this.changes.findOpen(id)
			.ifPresent((change) -> model.addAttribute("wanted", change)
				.addAttribute("wantedPicture", change.content(event).details().picture())
				.addAttribute("together", this.moderation.askedTogether(event, change).size())
				.addAttribute("differences", this.words.differences(event.content(), change.content(event))));
		model.addAttribute("series", (event.series() != null) ? this.events.ofSeries(event.series()) : List.of());
		model.addAttribute("records", this.records.of(id));
		model.addAttribute("failed", model.containsAttribute("missing"));
		return new ModelAndView("event/desk/review", model.asMap(), status);
	}

	@PostMapping("/{id}/confirm")
	ModelAndView confirm(@PathVariable UUID id, @RequestParam int version, Principal by, Model model,
			RedirectAttributes redirect) {
		return act(id, "It is confirmed, and waiting for review.",
				() -> this.moderation.confirm(id, version, by.getName()), model, redirect);
	}

	@PostMapping("/{id}/publish")
	ModelAndView publish(@PathVariable UUID id, @RequestParam int version, Principal by, Model model,
			RedirectAttributes redirect) {
		return act(id, "It is on the calendar.", () -> this.moderation.publish(id, version, by.getName()), model,
				redirect);
	}

	@PostMapping("/{id}/publish-series")
	ModelAndView publishSeries(@PathVariable UUID id, @RequestParam Map<String, String> fields, Principal by,
			Model model, RedirectAttributes redirect) {
		Map<UUID, Integer> seen = SeenEvents.in(fields);
		if (seen.isEmpty()) {
			model.addAttribute("missing", "series");
			return review(id, HttpStatus.UNPROCESSABLE_CONTENT, model);
		}
		return act(id, PlainEnglish.count(seen.size(), "event is", "events are") + " on the calendar.",
				() -> this.moderation.publishSeries(id, seen, by.getName()), model, redirect);
	}

	@PostMapping("/{id}/decline")
	ModelAndView decline(@PathVariable UUID id, @RequestParam int version,
			@RequestParam(required = false) @Nullable String reason,
			@RequestParam(required = false) @Nullable String sure, Principal by, Model model,
			RedirectAttributes redirect) {
		if (sure == null || reason == null || !isReason(reason)) {
			return askWhy(id, "decline", version, reason, sure, model);
		}
		return act(id, "It is declined, and we have emailed the organiser your reason.",
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
		return act(id, "It is postponed. You can publish it again once you know the new time.",
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

	@PostMapping("/{id}/accept")
	ModelAndView accept(@PathVariable UUID id, @RequestParam int version,
			@RequestParam(required = false) @Nullable String all, Principal by, Model model,
			RedirectAttributes redirect) {
		return act(id, "The change is on the calendar, and we have told the organiser.",
				() -> this.moderation.accept(id, version, all != null, by.getName()), model, redirect);
	}

	@PostMapping("/{id}/refuse")
	ModelAndView refuse(@PathVariable UUID id, @RequestParam int version,
			@RequestParam(required = false) @Nullable String reason,
			@RequestParam(required = false) @Nullable String sure, Principal by, Model model,
			RedirectAttributes redirect) {
		if (sure == null || reason == null || !isReason(reason)) {
			return askWhy(id, "refuse", version, reason, sure, model);
		}
		return act(id, "The event stays as it was, and we have emailed the organiser your reason.",
				() -> this.moderation.refuse(id, version, reason, by.getName()), model, redirect);
	}

	@PostMapping("/{id}/see")
	ModelAndView see(@PathVariable UUID id, @RequestParam int version, Principal by, Model model,
			RedirectAttributes redirect) {
		return act(id, "The event is no longer on the list of changed events.",
				() -> this.moderation.see(id, version, by.getName()), model, redirect);
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
		return new ModelAndView("event/desk/ask", model.asMap(), status);
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

	private Event found(UUID id) {
		return this.events.findById(id).orElseThrow(NotFound::new);
	}

}
