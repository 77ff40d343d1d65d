package org.awarenessweek.pledge;

import java.util.Optional;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * Stops what we write of our own accord. Email programs send the POST themselves, for
 * whoever presses their button, with no cookie and no page before or after (RFC 8058,
 * section 3.1); people get the page with the button.
 */
@Controller
@RequestMapping("/pledge/unsubscribe")
class UnsubscribeController {

	private final PledgeKeeping keeping;

	UnsubscribeController(PledgeKeeping keeping) {
		this.keeping = keeping;
	}

	@GetMapping
	ModelAndView ask(@RequestParam Optional<String> token) {
		return page(token.flatMap(this.keeping::toUnsubscribe), token, false);
	}

	@PostMapping
	ModelAndView unsubscribe(@RequestParam Optional<String> token) {
		return page(token.flatMap(this.keeping::unsubscribe), token, true);
	}

	private static ModelAndView page(Optional<Pledge> pledge, Optional<String> token, boolean stopped) {
		return pledge
			.map((found) -> new ModelAndView("pledge/unsubscribe").addObject("stopped", stopped)
				.addObject("token", token.orElseThrow())
				.addObject("noindex", true))
			.orElseGet(OwnPages::deadLink);
	}

}
