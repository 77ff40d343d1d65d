package org.awarenessweek.pledge;

import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/** Where the links in our mails lead: to one's own pledge, or nowhere any more. */
final class OwnPages {

	private OwnPages() {
	}

	/** On to what is kept, by its own link. */
	static ModelAndView mine(String secret) {
		return new ModelAndView(new RedirectView("/pledge/mine", true, false)).addObject("token", secret);
	}

	/** The same, right after the pledge began to count. */
	static ModelAndView thanks(String secret) {
		return mine(secret).addObject("thanks", "yes");
	}

	/** What the link led to is no longer there, or never was. */
	static ModelAndView deadLink() {
		return new ModelAndView("pledge/dead-link", HttpStatus.NOT_FOUND);
	}

}
