package org.awarenessweek.pledge.renewal;

import java.security.Principal;
import java.util.UUID;

import org.awarenessweek.edition.Edition;
import org.awarenessweek.site.StaleForm;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Asking earlier signatories to renew: how many it reaches, a button, the progress. */
@Controller
@RequestMapping("/team/pledges/renewal")
class RenewalTeamController {

	private final RenewalCalling calling;

	RenewalTeamController(RenewalCalling calling) {
		this.calling = calling;
	}

	@GetMapping
	ModelAndView show(Edition edition) {
		return new ModelAndView("pledge/renewal/team-renewal").addObject("figures", this.calling.figures(edition));
	}

	@PostMapping
	ModelAndView begin(Edition current, @RequestParam UUID edition,
			@RequestParam(required = false) @Nullable String sure, Principal by, RedirectAttributes redirect) {
		RenewalFigures figures = this.calling.figures(current);
		if (sure == null && current.id().equals(edition)) {
			return new ModelAndView(
					figures.mayBegin() ? "pledge/renewal/team-renewal-ask" : "pledge/renewal/team-renewal")
				.addObject("figures", figures);
		}
		try {
			this.calling.begin(current, edition, by.getName());
		}
		catch (StaleForm ex) {
			ModelAndView page = show(current).addObject("stale", true);
			page.setStatus(HttpStatus.CONFLICT);
			return page;
		}
		redirect.addFlashAttribute("done", "We are sending the emails, one to each person.");
		return new ModelAndView("redirect:/team/pledges/renewal");
	}

}
