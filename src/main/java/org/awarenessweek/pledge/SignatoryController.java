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
		return token.flatMap(this.signing::confirmed)
			.map((pledge) -> new ModelAndView("pledge/confirmed").addObject("pledge", pledge))
			.or(() -> token.flatMap(this.signing::toConfirm)
				.map((signature) -> new ModelAndView("pledge/confirm").addObject("signature", signature)))
			.map((page) -> page.addObject("token", token.orElseThrow()))
			.orElseGet(SignatoryController::deadLink);
	}

	@PostMapping(path = "/pledge/confirm", params = "!code")
	ModelAndView confirm(@RequestParam Optional<String> token) {
		return token.flatMap(this.signing::confirm)
			.map(SignatoryController::thanks)
			.orElseGet(SignatoryController::deadLink);
	}

	/**
	 * A code without the handle of its page is worth nothing; to send none costs no try.
	 */
	@PostMapping(path = "/pledge/confirm", params = "code")
	ModelAndView confirmByCode(@RequestParam Optional<String> handle, @RequestParam Optional<String> code) {
		return handle
			.map((page) -> code.filter((typed) -> !ReadableCode.read(typed).isEmpty())
				.flatMap((typed) -> this.signing.confirmByCode(page, typed))
				.map(SignatoryController::thanks)
				.orElseGet(() -> wrongCode(page, code.orElse(""))))
			.orElseGet(SignatoryController::deadLink);
	}

	@GetMapping("/pledge/mine")
	ModelAndView mine(@RequestParam Optional<String> token, @RequestParam Optional<String> thanks) {
		return token.flatMap(this.keeping::mine)
			.map((pledge) -> new ModelAndView((thanks.isPresent() && pledge.counts()) ? "pledge/thanks" : "pledge/mine")
				.addObject("pledge", pledge))
			.or(() -> token.flatMap(this.keeping::unconfirmed).map((typed) -> new ModelAndView("pledge/unconfirmed")))
			.map((page) -> page.addObject("token", token.orElseThrow()))
			.orElseGet(SignatoryController::deadLink);
	}

	@PostMapping(path = "/pledge/mine", params = { "shown", "!withdraw", "!delete" })
	ModelAndView showName(@RequestParam Optional<String> token, @RequestParam boolean shown) {
		return back(token.flatMap((secret) -> this.keeping.showName(secret, shown)), token);
	}

	@PostMapping(path = "/pledge/mine", params = { "withdraw", "!delete" })
	ModelAndView withdraw(@RequestParam Optional<String> token) {
		return back(token.flatMap(this.keeping::withdraw), token);
	}

	@PostMapping(path = "/pledge/mine", params = "delete")
	ModelAndView delete(@RequestParam Optional<String> token) {
		return token.filter(this.keeping::delete)
			.map((deleted) -> new ModelAndView("pledge/deleted"))
			.orElseGet(() -> back(token.flatMap(this.keeping::mine), token));
	}

	private ModelAndView wrongCode(String handle, String code) {
		return new ModelAndView("pledge/sent", HttpStatus.UNPROCESSABLE_CONTENT).addObject("handle", handle)
			.addObject("code", code)
			.addObject("left", this.signing.triesLeft(handle));
	}

	private static ModelAndView thanks(String secret) {
		return new ModelAndView(new RedirectView("/pledge/mine", true, false)).addObject("token", secret)
			.addObject("thanks", "yes");
	}

	private static ModelAndView back(Optional<Pledge> pledge, Optional<String> token) {
		return pledge
			.map((found) -> new ModelAndView(new RedirectView("/pledge/mine", true, false)).addObject("token",
					token.orElseThrow()))
			.orElseGet(SignatoryController::deadLink);
	}

	private static ModelAndView deadLink() {
		return new ModelAndView("pledge/dead-link", HttpStatus.NOT_FOUND);
	}

}
