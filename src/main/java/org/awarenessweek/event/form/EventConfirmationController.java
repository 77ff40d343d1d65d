package org.awarenessweek.event.form;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.awarenessweek.event.EventConfirmation;
import org.awarenessweek.event.EventConfirmation.Asked;
import org.awarenessweek.event.EventSubmission;
import org.awarenessweek.mail.OwnLinks;
import org.awarenessweek.site.StaleForm;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The page behind the emailed link: events to confirm, and a button. */
@Controller
@RequestMapping("/calendar/confirm")
class EventConfirmationController {

	private final EventConfirmation confirmation;

	private final EventSubmission.Settings settings;

	private final OwnLinks links;

	private final Clock clock;

	EventConfirmationController(EventConfirmation confirmation, EventSubmission.Settings settings, OwnLinks links,
			Clock clock) {
		this.confirmation = confirmation;
		this.links = links;
		this.settings = settings;
		this.clock = clock;
	}

	@GetMapping
	ModelAndView show(@RequestParam(required = false) @Nullable String token, Model model) {
		return page(Optional.ofNullable(token).flatMap(this.confirmation::asked), token, HttpStatus.OK, model);
	}

	@PostMapping
	ModelAndView confirm(@RequestParam(required = false) @Nullable String token,
			@RequestParam Map<String, String> fields, Model model) {
		try {
			Optional<Asked> asked = Optional.ofNullable(token)
				.flatMap((secret) -> this.confirmation.confirm(secret, SeenEvents.in(fields)));
			boolean none = asked.filter((one) -> one.confirmed().isEmpty() && !one.waiting().isEmpty()).isPresent();
			model.addAttribute("none", none);
			asked.filter((one) -> !one.confirmed().isEmpty())
				.flatMap((one) -> Optional.ofNullable(one.event().organiser().contact()))
				.ifPresent((contact) -> model.addAttribute("mine", this.links.to(contact)));
			return page(asked, token, none ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK, model);
		}
		catch (StaleForm ex) {
			model.addAttribute("stale", true);
			return page(Optional.ofNullable(token).flatMap(this.confirmation::asked), token, HttpStatus.CONFLICT,
					model);
		}
	}

	/** An expired token looks like one that never existed. */
	private ModelAndView page(Optional<Asked> asked, @Nullable String token, HttpStatus status, Model model) {
		if (asked.isEmpty()) {
			return new ModelAndView("event/form/expired", model.asMap(), HttpStatus.NOT_FOUND);
		}
		Asked one = asked.get();
		model.addAttribute("asked", one);
		model.asMap().putIfAbsent("none", false);
		model.addAttribute("token", token);
		model.addAttribute("noindex", true);
		model.addAttribute("reviewDays", this.settings.reviewDays());
		model.addAttribute("soon", Stream.concat(Stream.of(one.event()), one.confirmed().stream())
			.anyMatch((event) -> this.settings.startsBeforeReview(event.time(), this.clock.instant())));
		return new ModelAndView("event/form/confirm", model.asMap(), status);
	}

}
