package org.awarenessweek.pledge;

import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;

/** Where the links in our emails lead: to the reader's own pledge, or to a dead end. */
public final class OwnPages {

	private OwnPages() {
	}

	/** Redirects to the pledge's own page. */
	public static ModelAndView mine(String secret) {
		return new ModelAndView("redirect:/pledge/mine").addObject("token", secret);
	}

	/** The same, right after the pledge began to count. */
	public static ModelAndView thanks(String secret) {
		return mine(secret).addObject("thanks", "yes");
	}

	/** The page for a link that no longer works, or never did. */
	public static ModelAndView deadLink() {
		return new ModelAndView("pledge/dead-link", HttpStatus.NOT_FOUND);
	}

}
