package org.awarenessweek.mine;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.awarenessweek.door.NetworkLimits;
import org.awarenessweek.door.OwnCopy;
import org.awarenessweek.door.TooManyRequests;
import org.awarenessweek.mail.EmailAddress;
import org.awarenessweek.site.SiteClock;
import org.awarenessweek.text.TypedText;
import org.jspecify.annotations.Nullable;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * The page with all that is kept of one address, and the form that has its link emailed.
 * The answer to the form is the same for every address.
 */
@Controller
class OwnPageController {

	private final OwnPages pages;

	private final NetworkLimits limits;

	private final OwnFile file;

	private final SiteClock clock;

	OwnPageController(OwnPages pages, NetworkLimits limits, OwnFile file, SiteClock clock) {
		this.clock = clock;
		this.pages = pages;
		this.limits = limits;
		this.file = file;
	}

	@GetMapping("/mine")
	ModelAndView mine(@RequestParam(required = false) @Nullable String token,
			@RequestParam(required = false) @Nullable String done, Model model) {
		if (token == null) {
			model.addAttribute("failed", false);
			return new ModelAndView("mine/ask", model.asMap());
		}
		return this.pages.page(token)
			.map((page) -> personal(new ModelAndView("mine/page", model.asMap()), token).addObject("own", page)
				.addObject("events", OwnEvents.of(page.events(), this.clock.now()))
				.addObject("done", OwnStep.done(done)))
			.orElseGet(OwnPageController::deadLink);
	}

	@PostMapping("/mine")
	ModelAndView send(@RequestParam(required = false) @Nullable String email, HttpServletRequest request,
			HttpServletResponse response, Model model) {
		OwnCopy.allow(response);
		model.addAttribute("email", TypedText.fit(email));
		EmailAddress address = EmailAddress.read(email).orElse(null);
		model.addAttribute("failed", address == null);
		if (address == null) {
			return new ModelAndView("mine/ask", model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
		}
		try {
			this.limits.countForm(request);
		}
		catch (TooManyRequests ex) {
			response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(ex.seconds()));
			model.addAttribute("wait", Math.ceilDiv(ex.seconds(), 60));
			return new ModelAndView("mine/ask", model.asMap(), HttpStatus.TOO_MANY_REQUESTS);
		}
		this.pages.send(address);
		return new ModelAndView("redirect:/mine/sent");
	}

	@GetMapping("/mine/sent")
	String sent() {
		return "mine/sent";
	}

	/** Leads from a pledge's page to that with everything. */
	@PostMapping("/mine/open")
	ModelAndView open(@RequestParam String token) {
		return this.pages.open(token)
			.map((path) -> new ModelAndView("redirect:" + path))
			.orElseGet(OwnPageController::deadLink);
	}

	@PostMapping("/mine/leave")
	ModelAndView leave(@RequestParam String token) {
		this.pages.leave(token);
		return new ModelAndView("redirect:/mine/left");
	}

	@GetMapping("/mine/left")
	String left() {
		return "mine/left";
	}

	/** The same as a file to keep. */
	@GetMapping("/mine.json")
	Object export(@RequestParam(required = false) @Nullable String token) {
		return this.pages.page(token).<Object>map(this::json).orElseGet(OwnPageController::deadLink);
	}

	private ResponseEntity<?> json(OwnPage page) {
		return ResponseEntity.ok()
			.contentType(MediaType.APPLICATION_JSON)
			.header(HttpHeaders.CONTENT_DISPOSITION,
					ContentDisposition.attachment().filename("mine.json").build().toString())
			.body(this.file.of(page));
	}

	static ModelAndView personal(ModelAndView page, String token) {
		return page.addObject("token", token).addObject("noindex", true);
	}

	/** The page for a link that no longer works, or never did. */
	static ModelAndView deadLink() {
		return new ModelAndView("mine/dead-link", HttpStatus.NOT_FOUND).addObject("noindex", true);
	}

}
