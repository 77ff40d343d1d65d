package org.awarenessweek.pledge.renewal;

import java.util.Optional;

import jakarta.validation.Valid;
import org.awarenessweek.edition.Edition;
import org.awarenessweek.pledge.OwnPages;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The page behind the renewal email's link: a GET changes nothing, a button does. */
@Controller
@RequestMapping("/pledge/renew")
class RenewalController {

	private final PledgeRenewal renewal;

	RenewalController(PledgeRenewal renewal) {
		this.renewal = renewal;
	}

	@ModelAttribute("noindex")
	boolean keepOutOfSearchEngines() {
		return true;
	}

	@GetMapping
	ModelAndView show(@RequestParam Optional<String> token, Edition edition) {
		return token.flatMap((secret) -> this.renewal.offer(secret, edition))
			.map((offer) -> page(offer, token.orElseThrow(), HttpStatus.OK).addObject("form", RenewalForm.empty()))
			.orElseGet(OwnPages::deadLink);
	}

	@PostMapping
	ModelAndView renew(@RequestParam Optional<String> token, @Valid @ModelAttribute("form") RenewalForm form,
			BindingResult errors, Edition edition) {
		if (errors.hasErrors()) {
			return token.flatMap((secret) -> this.renewal.offer(secret, edition))
				.map((offer) -> page(offer, token.orElseThrow(), HttpStatus.UNPROCESSABLE_CONTENT))
				.orElseGet(OwnPages::deadLink);
		}
		return token.flatMap((secret) -> this.renewal.renew(secret, form.deed(), edition))
			.map((offer) -> switch (offer.state()) {
				case RENEWED -> OwnPages.thanks(this.renewal.linkToMine(offer));
				case ALREADY -> OwnPages.mine(this.renewal.linkToMine(offer)).addObject("already", "yes");
				default -> page(this.renewal.offer(token.orElseThrow(), edition).orElseThrow(), token.orElseThrow(),
						HttpStatus.CONFLICT);
			})
			.orElseGet(OwnPages::deadLink);
	}

	private static ModelAndView page(RenewalOffer offer, String token, HttpStatus status) {
		return new ModelAndView("pledge/renewal/renew", status).addObject("offer", offer).addObject("token", token);
	}

}
