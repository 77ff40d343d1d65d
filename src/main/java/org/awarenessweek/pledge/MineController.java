package org.awarenessweek.pledge;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import jakarta.validation.Valid;
import org.awarenessweek.site.Country;
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
 * One's own pledge, behind the link that is in every mail: what is kept, to see, correct,
 * take away, erase or withdraw. A GET changes nothing, and sending a form twice neither.
 */
@Controller
class MineController {

	private final PledgeKeeping keeping;

	private final PledgeDisclosure disclosure;

	private final PledgeWords words;

	private final Site site;

	MineController(PledgeKeeping keeping, PledgeDisclosure disclosure, PledgeWords words, Site site) {
		this.keeping = keeping;
		this.disclosure = disclosure;
		this.words = words;
		this.site = site;
	}

	@ModelAttribute("noindex")
	boolean keepOutOfSearchEngines() {
		return true;
	}

	@ModelAttribute("roles")
	Map<String, String> roles() {
		return this.words.roles();
	}

	@ModelAttribute("countries")
	Map<String, String> countries() {
		return Country.all();
	}

	@GetMapping("/pledge/mine")
	ModelAndView mine(@RequestParam Optional<String> token, @RequestParam Optional<String> thanks,
			@RequestParam Optional<String> already) {
		return token.flatMap(this.disclosure::kept)
			.map((kept) -> new ModelAndView(
					(thanks.isPresent() && kept.pledge().counts()) ? "pledge/thanks" : "pledge/mine")
				.addObject("kept", kept)
				.addObject("pledge", kept.pledge())
				.addObject("already", already.isPresent()))
			.or(() -> token.flatMap(this.keeping::unconfirmed).map((typed) -> new ModelAndView("pledge/unconfirmed")))
			.map((page) -> page.addObject("token", token.orElseThrow()))
			.orElseGet(OwnPages::deadLink);
	}

	/** The same as a file to keep. */
	@GetMapping("/pledge/mine.json")
	Object export(@RequestParam Optional<String> token) {
		return token.flatMap(this.disclosure::kept).<Object>map(this::file).orElseGet(OwnPages::deadLink);
	}

	private ResponseEntity<?> file(Kept kept) {
		String name = "pledge-" + kept.pledge().edition().year() + ".json";
		return ResponseEntity.ok()
			.contentType(MediaType.APPLICATION_JSON)
			.header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(name).build().toString())
			.body(PledgeExport.of(kept, this.site));
	}

	@PostMapping(path = "/pledge/mine", params = { "shown", "!withdraw", "!delete" })
	ModelAndView showName(@RequestParam Optional<String> token, @RequestParam boolean shown) {
		return change(token, (secret) -> this.keeping.showName(secret, shown));
	}

	@PostMapping(path = "/pledge/mine", params = { "stopWriting", "!withdraw", "!delete" })
	ModelAndView stopWriting(@RequestParam Optional<String> token) {
		return change(token, this.keeping::stopWriting);
	}

	@PostMapping(path = "/pledge/mine", params = { "deleteDeed", "!withdraw", "!delete" })
	ModelAndView deleteDeed(@RequestParam Optional<String> token) {
		return change(token, this.keeping::deleteDeed);
	}

	@PostMapping(path = "/pledge/mine", params = { "withdraw", "!delete" })
	ModelAndView withdraw(@RequestParam Optional<String> token) {
		return change(token, this.keeping::withdraw);
	}

	@PostMapping(path = "/pledge/mine", params = "delete")
	ModelAndView delete(@RequestParam Optional<String> token) {
		return token.filter(this.keeping::delete)
			.map((deleted) -> new ModelAndView("pledge/deleted"))
			.orElseGet(() -> change(token, this.keeping::mine));
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
				return change(token, (secret) -> this.keeping.correct(secret, version, form));
			}
			catch (StaleForm ex) {
				return named(token, (now) -> form(now, HttpStatus.CONFLICT).addObject("differences",
						StaleForm.differences(form.inWords(roles()), kept(now).inWords(roles()))));
			}
		});
	}

	@GetMapping("/pledge/mine/erase")
	ModelAndView askBeforeErasing(@RequestParam Optional<String> token) {
		return named(token, (pledge) -> new ModelAndView("pledge/erase").addObject("pledge", pledge));
	}

	@PostMapping("/pledge/mine/erase")
	ModelAndView erase(@RequestParam Optional<String> token) {
		return change(token, this.keeping::erase);
	}

	private static ModelAndView form(Pledge pledge, HttpStatus status) {
		return new ModelAndView("pledge/correct", status).addObject("pledge", pledge)
			.addObject("version", pledge.version());
	}

	private static PledgeForm kept(Pledge pledge) {
		return PledgeForm.of(requireNonNull(pledge.signatory()));
	}

	/**
	 * A page for what still names somebody; anything else says on its own page why not.
	 */
	private ModelAndView named(Optional<String> token, Function<Pledge, ModelAndView> page) {
		return token.flatMap(this.keeping::mine)
			.map((pledge) -> (pledge.signatory() != null) ? page.apply(pledge) : OwnPages.mine(token.orElseThrow()))
			.map((shown) -> shown.addObject("token", token.orElseThrow()))
			.orElseGet(OwnPages::deadLink);
	}

	private static ModelAndView change(Optional<String> token, Function<String, Optional<Pledge>> step) {
		return token.filter((secret) -> step.apply(secret).isPresent())
			.map(OwnPages::mine)
			.orElseGet(OwnPages::deadLink);
	}

}
