package org.awarenessweek.pledge;

import java.util.Optional;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/**
 * The pages behind the links in our mails: whoever has the link reads the address. A GET
 * changes nothing.
 */
@Controller
class SignatoryController {

	private final PledgeSigning signing;

	private final PledgeKeeping keeping;

	SignatoryController(PledgeSigning signing, PledgeKeeping keeping) {
		this.signing = signing;
		this.keeping = keeping;
	}

	@ModelAttribute("noindex")
	boolean keepOutOfSearchEngines() {
		return true;
	}

	@GetMapping("/pledge/confirm")
	ModelAndView show(@RequestParam Optional<String> token) {
		return token.flatMap(this.signing::toConfirm).map((signature) -> {
			boolean counts = signature.pledge().status() == PledgeStatus.CONFIRMED;
			return new ModelAndView(counts ? "pledge/thanks" : "pledge/confirm").addObject("signature", signature)
				.addObject("token", token.orElseThrow());
		}).orElseGet(SignatoryController::deadLink);
	}

	@PostMapping("/pledge/confirm")
	ModelAndView confirm(@RequestParam Optional<String> token) {
		return back("/pledge/confirm", token.flatMap(this.signing::confirm), token);
	}

	@GetMapping("/pledge/mine")
	ModelAndView mine(@RequestParam Optional<String> token) {
		return token.flatMap(this.keeping::mine)
			.map((pledge) -> new ModelAndView("pledge/mine").addObject("pledge", pledge)
				.addObject("token", token.orElseThrow()))
			.orElseGet(SignatoryController::deadLink);
	}

	@PostMapping(path = "/pledge/mine", params = { "shown", "!withdraw" })
	ModelAndView showName(@RequestParam Optional<String> token, @RequestParam boolean shown) {
		return back("/pledge/mine", token.flatMap((secret) -> this.keeping.showName(secret, shown)), token);
	}

	@PostMapping(path = "/pledge/mine", params = "withdraw")
	ModelAndView withdraw(@RequestParam Optional<String> token) {
		Optional<Pledge> withdrawn = token.flatMap(this.keeping::withdraw);
		return withdrawn.filter((pledge) -> pledge.status() == PledgeStatus.UNCONFIRMED)
			.map((pledge) -> new ModelAndView("pledge/deleted"))
			.orElseGet(() -> back("/pledge/mine", withdrawn, token));
	}

	private static ModelAndView back(String path, Optional<Pledge> pledge, Optional<String> token) {
		return pledge
			.map((found) -> new ModelAndView(new RedirectView(path, true, false)).addObject("token",
					token.orElseThrow()))
			.orElseGet(SignatoryController::deadLink);
	}

	private static ModelAndView deadLink() {
		return new ModelAndView("pledge/dead-link", HttpStatus.NOT_FOUND);
	}

}
