package org.awarenessweek.event.form;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.Part;
import jakarta.validation.Valid;
import org.awarenessweek.door.FormStamps;
import org.awarenessweek.door.FormTrap;
import org.awarenessweek.door.OwnCopy;
import org.awarenessweek.door.TooManyRequests;
import org.awarenessweek.edition.Edition;
import org.awarenessweek.edition.Phase;
import org.awarenessweek.event.Event;
import org.awarenessweek.event.content.EventContent;
import org.awarenessweek.event.EventStatus;
import org.awarenessweek.event.EventSubmission;
import org.awarenessweek.event.content.EventTime;
import org.awarenessweek.site.PlainEnglish;
import org.awarenessweek.site.SiteClock;
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
 * Where organisers send an event: the form, the check page, and the page that says an
 * email is on its way.
 */
@Controller
@RequestMapping("/calendar")
class EventSubmissionController {

	private static final String SENT_AGAIN = "/calendar/sent?again=yes";

	private final EventSubmission submission;

	private final EventSubmission.Settings settings;

	private final FormStamps stamps;

	private final EventExtras extras;

	private final SiteClock clock;

	EventSubmissionController(EventSubmission submission, EventSubmission.Settings settings, FormStamps stamps,
			EventExtras extras, SiteClock clock) {
		this.submission = submission;
		this.settings = settings;
		this.stamps = stamps;
		this.extras = extras;
		this.clock = clock;
	}

	@ModelAttribute("reviewDays")
	int reviewDays() {
		return this.settings.reviewDays();
	}

	@GetMapping("/submit")
	ModelAndView form(@RequestParam(required = false) @Nullable String token, Edition edition, Model model) {
		if (token == null && !edition.takesEvents()) {
			return closed(HttpStatus.OK, model);
		}
		if (token == null) {
			model.addAttribute("form", EventForm.empty());
			model.addAttribute("fresh", "yes");
			return page("submit", HttpStatus.OK, edition, model);
		}
		Optional<Event> declined = this.submission.toSendAgain(token);
		if (declined.isEmpty()) {
			return expired(model);
		}
		if (declined.get().status() == EventStatus.WAITING) {
			return new ModelAndView("redirect:" + SENT_AGAIN);
		}
		model.addAttribute("form", EventForm.of(declined.get()));
		model.addAttribute("token", token);
		model.addAttribute("picture", this.extras.shown(EventForm.of(declined.get()).picture()));
		return page("submit", HttpStatus.OK, declined.get().edition(), model);
	}

	@PostMapping("/submit")
	ModelAndView send(@Valid @ModelAttribute("form") EventForm form, BindingResult errors,
			@ModelAttribute("step") Step step, Edition edition, HttpServletRequest request,
			HttpServletResponse response, Model model) {
		OwnCopy.allow(response);
		if (step.token() == null && !edition.takesEvents()) {
			return closed(HttpStatus.CONFLICT, model);
		}
		Optional<Event> declined = Optional.ofNullable(step.token()).flatMap(this.submission::toSendAgain);
		if (step.token() != null && declined.isEmpty()) {
			return expired(model);
		}
		if (declined.filter((event) -> event.status() == EventStatus.WAITING).isPresent()) {
			return new ModelAndView("redirect:" + SENT_AGAIN);
		}
		model.addAttribute("token", step.token());
		model.addAttribute("draft", step.draft());
		Edition wanted = declined.map(Event::edition).orElse(edition);
		EventReading reading = form.read(errors, wanted, this.settings.mostLinks(), false);
		declined.map(Event::organiser).ifPresentOrElse(reading::checkSender, reading::readFurther);
		ShownPicture picture = this.extras.picture(form, step.file(), errors, request);
		model.addAttribute("picture", picture);
		FormTrap.check(request, errors);
		if (errors.hasErrors()) {
			return page("submit", HttpStatus.UNPROCESSABLE_CONTENT, wanted, model);
		}
		if (step.change() != null) {
			return page("submit", HttpStatus.OK, wanted, model);
		}
		if (step.checked() == null || !this.stamps.genuine(step.stamp())) {
			model.addAttribute("stale", step.checked() != null);
			return check(contents(reading, picture, form), reading, wanted,
					(step.checked() != null) ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK, model);
		}
		try {
			this.extras.count(request);
		}
		catch (TooManyRequests ex) {
			response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(ex.seconds()));
			model.addAttribute("wait", Math.ceilDiv(ex.seconds(), 60));
			return check(contents(reading, picture, form), reading, wanted, HttpStatus.TOO_MANY_REQUESTS, model);
		}
		List<EventContent> contents = contents(reading, picture, form);
		boolean soon = contents.stream()
			.anyMatch((one) -> this.settings.startsBeforeReview(one.time(), this.clock.now()));
		if (step.token() != null) {
			this.submission.sendAgain(step.token(), contents.getFirst());
			return new ModelAndView("redirect:" + (soon ? SENT_AGAIN + "&soon=yes" : SENT_AGAIN));
		}
		this.submission.submit(contents, edition, true);
		this.extras.sent(step.draft());
		return new ModelAndView(soon ? "redirect:/calendar/sent?soon=yes" : "redirect:/calendar/sent");
	}

	private static List<EventContent> contents(EventReading reading, @Nullable ShownPicture picture, EventForm form) {
		return (picture == null) ? reading.contents()
				: reading.contents().stream().map((content) -> picture.with(content, form)).toList();
	}

	private ModelAndView check(List<EventContent> contents, EventReading reading, Edition edition, HttpStatus status,
			Model model) {
		EventContent content = contents.getFirst();
		model.addAttribute("event", this.submission.preview(content, edition));
		model.addAttribute("times", contents.stream().map(EventContent::time).toList());
		model.addAttribute("lookalikes", this.submission.lookalikes(content, edition));
		model.addAttribute("now", this.clock.now());
		model.addAttribute("over", content.time().phase(this.clock.now()) == EventTime.Phase.OVER);
		model.addAttribute("readings", reading.differences());
		model.addAttribute("stamp", this.stamps.stamp());
		return page("check", status, edition, model);
	}

	@GetMapping("/sent")
	String sent(@RequestParam(required = false) @Nullable String again,
			@RequestParam(required = false) @Nullable String soon, Model model) {
		model.addAttribute("again", again != null);
		model.addAttribute("soon", soon != null);
		return "event/form/sent";
	}

	private ModelAndView page(String name, HttpStatus status, Edition edition, Model model) {
		return page(name, status, edition, this.clock.today(), model);
	}

	static ModelAndView page(String name, HttpStatus status, Edition edition, LocalDate today, Model model) {
		model.addAttribute("days", EventForm.days(edition, today));
		model.addAttribute("week", edition.week());
		if (edition.phase(today) == Phase.OVER) {
			model.addAttribute("dayHint", "The week is over: it was "
					+ PlainEnglish.range(edition.week().first(), edition.week().last()) + ".");
		}
		model.addAttribute("severalTimes", model.getAttribute("token") == null);
		model.addAttribute("zones", Zones.all());
		model.addAttribute("countries", Country.all());
		return new ModelAndView("event/form/" + name, model.asMap(), status);
	}

	static ModelAndView closed(HttpStatus status, Model model) {
		return new ModelAndView("event/form/closed", model.asMap(), status);
	}

	/** An expired token looks like one that never existed. */
	private static ModelAndView expired(Model model) {
		return new ModelAndView("event/form/expired", model.asMap(), HttpStatus.NOT_FOUND);
	}

	/**
	 * How far the sender has come.
	 *
	 * @param checked sent from the check page
	 * @param change back to the form
	 * @param stamp when we showed the check page, signed
	 * @param token from the email that said why the event was declined
	 * @param draft from the email that led to a draft
	 * @param file a picture
	 */
	record Step(@Nullable String checked, @Nullable String change, @Nullable String stamp, @Nullable String token,
			@Nullable String draft, @Nullable Part file) {
	}

}
