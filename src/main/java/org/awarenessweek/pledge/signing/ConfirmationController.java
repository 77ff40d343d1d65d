package org.awarenessweek.pledge.signing;

import java.util.Optional;

import org.awarenessweek.pledge.OwnPages;
import org.awarenessweek.pledge.ReadableCode;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * Confirmation by the emailed link or code, which only the mailbox's reader has. A GET
 * changes nothing.
 */
@Controller
class ConfirmationController {

	private final PledgeConfirmation confirmation;

	private final PledgeCodes codes;

	ConfirmationController(PledgeConfirmation confirmation, PledgeCodes codes) {
		this.confirmation = confirmation;
		this.codes = codes;
	}

	/** Without a handle, the page is the same for everyone: it asks for no code. */
	@GetMapping("/pledge/sent")
	ModelAndView sent(@RequestParam Optional<String> token) {
		return new ModelAndView("pledge/signing/sent").addObject("handle", token.orElse(null))
			.addObject("left", token.map(this.codes::triesLeft).orElse(0));
	}

	@ModelAttribute("noindex")
	boolean keepOutOfSearchEngines() {
		return true;
	}

	@GetMapping("/pledge/confirm")
	ModelAndView show(@RequestParam Optional<String> token) {
		return token.flatMap(this.confirmation::confirmed)
			.map((pledge) -> new ModelAndView("pledge/signing/confirmed").addObject("pledge", pledge))
			.or(() -> token.flatMap(this.confirmation::toConfirm)
				.map((signature) -> new ModelAndView("pledge/signing/confirm").addObject("signature", signature)))
			.map((page) -> page.addObject("token", token.orElseThrow()))
			.orElseGet(OwnPages::deadLink);
	}

	@PostMapping(path = "/pledge/confirm", params = "!code")
	ModelAndView confirm(@RequestParam Optional<String> token) {
		return token.flatMap(this.confirmation::confirm).map(OwnPages::thanks).orElseGet(OwnPages::deadLink);
	}

	/** A code is useless without its page's handle; an empty one costs no try. */
	@PostMapping(path = "/pledge/confirm", params = "code")
	ModelAndView confirmByCode(@RequestParam Optional<String> handle, @RequestParam Optional<String> code) {
		return handle
			.map((page) -> code.filter((typed) -> !ReadableCode.read(typed).isEmpty())
				.flatMap((typed) -> this.codes.confirm(page, typed))
				.map(OwnPages::thanks)
				.orElseGet(() -> wrongCode(page, code.orElse(""))))
			.orElseGet(OwnPages::deadLink);
	}

	private ModelAndView wrongCode(String handle, String code) {
		return new ModelAndView("pledge/signing/sent", HttpStatus.UNPROCESSABLE_CONTENT).addObject("handle", handle)
			.addObject("code", code)
			.addObject("left", this.codes.triesLeft(handle));
	}

}
