package org.awarenessweek.event.question;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import org.awarenessweek.door.FormTrap;
import org.awarenessweek.door.NetworkLimits;
import org.awarenessweek.door.OwnCopy;
import org.awarenessweek.door.TooManyRequests;
import org.awarenessweek.event.Event;
import org.awarenessweek.site.Moved;
import org.awarenessweek.site.SiteClock;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * The form that writes to an event's organiser. What it answers is the same whether or
 * not an email was sent.
 */
@Controller
@RequestMapping("/calendar/{slug:[a-z0-9-]{1,80}}/ask")
class EventQuestionController {

	private final EventQuestions questions;

	private final NetworkLimits limits;

	private final SiteClock clock;

	EventQuestionController(EventQuestions questions, NetworkLimits limits, SiteClock clock) {
		this.questions = questions;
		this.limits = limits;
		this.clock = clock;
	}

	@GetMapping
	ModelAndView ask(@PathVariable String slug) {
		return page("ask", present(slug, "/ask"), HttpStatus.OK).addObject("form", new QuestionForm(null, null, null));
	}

	@PostMapping
	ModelAndView send(@PathVariable String slug, @Valid @ModelAttribute("form") QuestionForm form, BindingResult errors,
			HttpServletRequest request, HttpServletResponse response) {
		OwnCopy.allow(response);
		Event event = this.questions.about(slug);
		form.check(errors);
		FormTrap.check(request, errors);
		if (errors.hasErrors()) {
			return page("ask", event, HttpStatus.UNPROCESSABLE_CONTENT);
		}
		try {
			this.limits.countForm(request);
		}
		catch (TooManyRequests ex) {
			response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(ex.seconds()));
			return page("ask", event, HttpStatus.TOO_MANY_REQUESTS).addObject("wait", Math.ceilDiv(ex.seconds(), 60));
		}
		this.questions.send(slug, form);
		return new ModelAndView("redirect:" + event.path() + "/ask/sent");
	}

	@GetMapping("/sent")
	ModelAndView sent(@PathVariable String slug) {
		return page("sent", present(slug, "/ask/sent"), HttpStatus.OK);
	}

	private Event present(String slug, String rest) {
		Event event = this.questions.about(slug);
		if (!event.slug().equals(slug)) {
			throw new Moved(event.path() + rest);
		}
		return event;
	}

	private ModelAndView page(String name, Event event, HttpStatus status) {
		return new ModelAndView("event/question/" + name, status).addObject("event", event)
			.addObject("now", this.clock.now())
			.addObject("noindex", true);
	}

}
