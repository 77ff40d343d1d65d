package org.awarenessweek.pledge.mine;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

import jakarta.validation.Valid;
import org.awarenessweek.pledge.OwnPages;
import org.awarenessweek.pledge.Pledge;
import org.awarenessweek.pledge.PledgeForm;
import org.awarenessweek.pledge.PledgeStatus;
import org.awarenessweek.pledge.PledgeWords;
import org.awarenessweek.pledge.signing.PledgeConfirmation;
import org.awarenessweek.site.Site;
import org.awarenessweek.site.StaleForm;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

import static java.util.Objects.requireNonNull;

/**
 * The owner's pledge, behind the link in every email: to see, correct, export, erase or
 * withdraw. A GET changes nothing, nor does sending a form twice; irreversible actions
 * ask for confirmation. These pages have no session, so the next page's address says what
 * was done.
 */
@Controller
class MineController {

	private final PledgeSelfService selfService;

	private final PledgeDisclosure disclosure;

	private final PledgeConfirmation confirmation;

	private final PledgeWords words;

	private final Site site;

	MineController(PledgeSelfService selfService, PledgeDisclosure disclosure, PledgeConfirmation confirmation,
			PledgeWords words, Site site) {
		this.selfService = selfService;
		this.disclosure = disclosure;
		this.confirmation = confirmation;
		this.words = words;
		this.site = site;
	}

	@ModelAttribute("noindex")
	boolean keepOutOfSearchEngines() {
		return true;
	}

	@GetMapping("/pledge/mine")
	ModelAndView mine(@RequestParam Optional<String> token, @RequestParam Optional<String> thanks,
			@RequestParam Optional<String> already, @RequestParam Optional<String> done) {
		return token.flatMap(this.disclosure::kept)
			.map((kept) -> new ModelAndView(
					(thanks.isPresent() && kept.pledge().counts()) ? "pledge/mine/thanks" : "pledge/mine/mine")
				.addObject("kept", kept)
				.addObject("pledge", kept.pledge())
				.addObject("already", already.isPresent())
				.addObject("done", done.flatMap((word) -> OwnChange.of(word, kept)).orElse(null)))
			.or(() -> token.flatMap(this.confirmation::unconfirmed)
				.map((typed) -> new ModelAndView("pledge/mine/unconfirmed")))
			.map((page) -> page.addObject("token", token.orElseThrow()))
			.orElseGet(OwnPages::deadLink);
	}

	/** The same as a file to keep. */
	@GetMapping("/pledge/mine.json")
	Object export(@RequestParam Optional<String> token) {
		return token.flatMap(this.disclosure::kept).<Object>map(this::file).orElseGet(OwnPages::deadLink);
	}

	private ResponseEntity<?> file(PledgeRecord kept) {
		String name = "pledge-" + kept.pledge().edition().year() + ".json";
		return ResponseEntity.ok()
			.contentType(MediaType.APPLICATION_JSON)
			.header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(name).build().toString())
			.body(PledgeJson.of(kept, this.site));
	}

	@PostMapping(path = "/pledge/mine", params = { "shown", "!withdraw", "!delete" })
	ModelAndView showName(@RequestParam Optional<String> token, @RequestParam boolean shown) {
		return change(token, shown ? OwnChange.SHOWN : OwnChange.HIDDEN,
				(secret) -> this.selfService.showName(secret, shown));
	}

	@PostMapping(path = "/pledge/mine", params = { "stopWriting", "!withdraw", "!delete" })
	ModelAndView stopWriting(@RequestParam Optional<String> token) {
		return change(token, OwnChange.STOPPED, this.selfService::stopWriting);
	}

	@PostMapping(path = "/pledge/mine", params = { "deleteDeed", "!withdraw", "!delete" })
	ModelAndView deleteDeed(@RequestParam Optional<String> token, @RequestParam Optional<String> sure) {
		return sure.isPresent() ? change(token, OwnChange.UNSAID, this.selfService::deleteDeed)
				: named(token, (pledge) -> new ModelAndView("pledge/mine/delete-deed"));
	}

	@PostMapping(path = "/pledge/mine", params = { "withdraw", "!delete" })
	ModelAndView withdraw(@RequestParam Optional<String> token, @RequestParam Optional<String> sure) {
		return sure.isPresent() ? change(token, OwnChange.WITHDRAWN, this.selfService::withdraw)
				: page(token, (pledge) -> pledge.status() == PledgeStatus.CONFIRMED,
						(pledge) -> new ModelAndView("pledge/mine/withdraw"));
	}

	@PostMapping(path = "/pledge/mine", params = "delete")
	ModelAndView delete(@RequestParam Optional<String> token, @RequestParam Optional<String> sure) {
		if (sure.isEmpty() && token.flatMap(this.confirmation::unconfirmed).isPresent()) {
			return new ModelAndView("pledge/mine/delete").addObject("token", token.orElseThrow());
		}
		return token.filter(this.confirmation::delete)
			.map((deleted) -> new ModelAndView("pledge/mine/deleted"))
			.orElseGet(() -> named(token, (pledge) -> OwnPages.mine(token.orElseThrow())));
	}

	@GetMapping("/pledge/mine/correct")
	ModelAndView correct(@RequestParam Optional<String> token) {
		return named(token, (pledge) -> form(pledge, HttpStatus.OK).addObject("form", kept(pledge)));
	}

	@PostMapping("/pledge/mine/correct")
	ModelAndView correct(@RequestParam Optional<String> token, @RequestParam int version,
			@Valid @ModelAttribute("form") PledgeForm form, BindingResult errors) {
		return named(token, (pledge) -> {
			if (errors.getTarget() != null) {
				form.checkCorrection(errors, pledge.kind());
			}
			if (errors.hasErrors()) {
				return form(pledge, HttpStatus.UNPROCESSABLE_CONTENT).addObject("version", version);
			}
			try {
				return change(token, OwnChange.CORRECTED, (secret) -> this.selfService.correct(secret, version, form));
			}
			catch (StaleForm ex) {
				return named(token, (now) -> form(now, HttpStatus.CONFLICT).addObject("differences", StaleForm
					.differences(form.inWords(this.words.roles()), kept(now).inWords(this.words.roles()))));
			}
		});
	}

	@GetMapping("/pledge/mine/erase")
	ModelAndView askBeforeErasing(@RequestParam Optional<String> token) {
		return named(token, (pledge) -> new ModelAndView("pledge/mine/erase"));
	}

	@PostMapping("/pledge/mine/erase")
	ModelAndView erase(@RequestParam Optional<String> token, @RequestParam Optional<String> sure) {
		return sure.isPresent() ? change(token, OwnChange.ERASED, this.selfService::erase) : askBeforeErasing(token);
	}

	private static ModelAndView form(Pledge pledge, HttpStatus status) {
		return new ModelAndView("pledge/mine/correct", status).addObject("version", pledge.version());
	}

	private static PledgeForm kept(Pledge pledge) {
		return PledgeForm.of(pledge.kind(), requireNonNull(pledge.signatory()));
	}

	private ModelAndView named(Optional<String> token, Function<Pledge, ModelAndView> page) {
		return page(token, (pledge) -> pledge.signatory() != null, page);
	}

	/** Shows a page if it still applies; if not, the pledge's page says why. */
	private ModelAndView page(Optional<String> token, Predicate<Pledge> still, Function<Pledge, ModelAndView> page) {
		return token.flatMap(this.selfService::mine)
			.map((pledge) -> still.test(pledge) ? page.apply(pledge).addObject("pledge", pledge)
					: OwnPages.mine(token.orElseThrow()))
			.map((shown) -> shown.addObject("token", token.orElseThrow()))
			.orElseGet(OwnPages::deadLink);
	}

	private static ModelAndView change(Optional<String> token, OwnChange done,
			Function<String, Optional<Pledge>> step) {
		return token.filter((secret) -> step.apply(secret).isPresent())
			.map((secret) -> OwnPages.mine(secret).addObject("done", done.word()))
			.orElseGet(OwnPages::deadLink);
	}

}
