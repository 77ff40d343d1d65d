package org.awarenessweek.pledge.mine;

import java.util.Optional;

import org.awarenessweek.pledge.OwnPages;
import org.awarenessweek.pledge.Pledge;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * Stops the emails that we send of our own accord. An email program's unsubscribe button
 * sends the POST by itself, with no cookie and no page before or after (RFC 8058, section
 * 3.1); people get the page with the button.
 */
@Controller
@RequestMapping("/pledge/unsubscribe")
class UnsubscribeController {

	private final PledgeSelfService selfService;

	UnsubscribeController(PledgeSelfService selfService) {
		this.selfService = selfService;
	}

	@GetMapping
	ModelAndView ask(@RequestParam Optional<String> token) {
		return page(token.flatMap(this.selfService::toUnsubscribe), token, false);
	}

	@PostMapping
	ModelAndView unsubscribe(@RequestParam Optional<String> token) {
		return page(token.flatMap(this.selfService::unsubscribe), token, true);
	}

	private static ModelAndView page(Optional<Pledge> pledge, Optional<String> token, boolean stopped) {
		return pledge
			.map((found) -> new ModelAndView("pledge/mine/unsubscribe").addObject("stopped", stopped)
				.addObject("token", token.orElseThrow())
				.addObject("noindex", true))
			.orElseGet(OwnPages::deadLink);
	}

}
