package org.awarenessweek.pledge;

import java.util.Optional;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * Confirming, by the link in a mail or by its code: whoever has them reads the address. A
 * GET changes nothing.
 */
@Controller
class SignatoryController {

	private final PledgeSigning signing;

	SignatoryController(PledgeSigning signing) {
		this.signing = signing;
	}

	@ModelAttribute("noindex")
	boolean keepOutOfSearchEngines() {
		return true;
	}

	@GetMapping("/pledge/confirm")
	ModelAndView show(@RequestParam Optional<String> token) {
		return token.flatMap(this.signing::confirmed)
			.map((pledge) -> new ModelAndView("pledge/confirmed").addObject("pledge", pledge))
			.or(() -> token.flatMap(this.signing::toConfirm)
				.map((signature) -> new ModelAndView("pledge/confirm").addObject("signature", signature)))
			.map((page) -> page.addObject("token", token.orElseThrow()))
			.orElseGet(OwnPages::deadLink);
	}

	@PostMapping(path = "/pledge/confirm", params = "!code")
	ModelAndView confirm(@RequestParam Optional<String> token) {
		return token.flatMap(this.signing::confirm).map(OwnPages::thanks).orElseGet(OwnPages::deadLink);
	}

	/**
	 * A code without the handle of its page is worth nothing; to send none costs no try.
	 */
	@PostMapping(path = "/pledge/confirm", params = "code")
	ModelAndView confirmByCode(@RequestParam Optional<String> handle, @RequestParam Optional<String> code) {
		return handle
			.map((page) -> code.filter((typed) -> !ReadableCode.read(typed).isEmpty())
				.flatMap((typed) -> this.signing.confirmByCode(page, typed))
				.map(OwnPages::thanks)
				.orElseGet(() -> wrongCode(page, code.orElse(""))))
			.orElseGet(OwnPages::deadLink);
	}

	private ModelAndView wrongCode(String handle, String code) {
		return new ModelAndView("pledge/sent", HttpStatus.UNPROCESSABLE_CONTENT).addObject("handle", handle)
			.addObject("code", code)
			.addObject("left", this.signing.triesLeft(handle));
	}

}
