package org.awarenessweek.pledge.signing;

import java.security.Principal;
import java.util.List;
import java.util.UUID;

import jakarta.validation.Valid;
import org.awarenessweek.mail.EmailAddress;
import org.awarenessweek.pledge.PledgeKeys;
import org.awarenessweek.site.NotFound;
import org.awarenessweek.team.ReasonForm;
import org.awarenessweek.team.TeamPaths;
import org.awarenessweek.team.TeamRecords;
import org.awarenessweek.text.TypedText;
import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Slice;
import org.springframework.data.domain.SliceImpl;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Unconfirmed signatures: the team confirms one by hand for somebody who has told them in
 * another way, or deletes it.
 */
@Controller
@RequestMapping("/team/pledges/waiting")
class SignatureTeamController {

	private static final int PAGE = 50;

	private final Signatures signatures;

	private final SignatureReview review;

	private final PledgeKeys keys;

	private final TeamRecords records;

	SignatureTeamController(Signatures signatures, SignatureReview review, PledgeKeys keys, TeamRecords records) {
		this.signatures = signatures;
		this.review = review;
		this.keys = keys;
		this.records = records;
	}

	@GetMapping
	ModelAndView list(@RequestParam(required = false) @Nullable String q, @RequestParam(defaultValue = "1") String page,
			Model model) {
		boolean possible = page.matches("[1-9]\\d{0,4}") && (q == null || EmailAddress.read(q).isPresent());
		model.addAttribute("q", TypedText.fit(q));
		model.addAttribute("refused", !possible);
		model.addAttribute("signatures",
				possible ? found(q, Integer.parseInt(page)) : new SliceImpl<Signature>(List.of()));
		return new ModelAndView("pledge/signing/team-waiting", model.asMap(),
				possible ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
	}

	@GetMapping(TeamPaths.ONE)
	ModelAndView show(@PathVariable UUID id) {
		return page(id).addObject("form", ReasonForm.empty());
	}

	@PostMapping(TeamPaths.ONE + "/confirm")
	ModelAndView confirm(@PathVariable UUID id, @Valid @ModelAttribute("form") ReasonForm form, BindingResult errors,
			Principal by, RedirectAttributes redirect) {
		form.check(errors);
		if (errors.hasErrors()) {
			ModelAndView page = page(id);
			page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
			return page;
		}
		UUID pledge = this.review.confirmByHand(id, form.given(), by.getName());
		redirect.addFlashAttribute("done",
				pledge.equals(id) ? "It is confirmed and counts, and we have thanked them by e-mail."
						: "This address has a pledge already, which is this one. Nothing was changed.");
		return new ModelAndView("redirect:/team/pledges/" + pledge);
	}

	@PostMapping(TeamPaths.ONE + "/delete")
	ModelAndView delete(@PathVariable UUID id, @RequestParam(required = false) @Nullable String sure, Principal by,
			RedirectAttributes redirect) {
		if (sure == null) {
			ModelAndView question = page(id);
			question.setViewName("pledge/signing/team-delete");
			return question;
		}
		this.review.delete(id, by.getName());
		redirect.addFlashAttribute("done", "What was typed is deleted.");
		return new ModelAndView("redirect:/team/pledges/waiting");
	}

	private Slice<Signature> found(@Nullable String q, int page) {
		PageRequest wanted = PageRequest.of(page - 1, PAGE);
		return EmailAddress.read(q)
			.map((address) -> this.signatures.findWaitingOf(this.keys.address(address), wanted))
			.orElseGet(() -> this.signatures.findWaiting(wanted));
	}

	private ModelAndView page(UUID id) {
		return new ModelAndView("pledge/signing/team-unconfirmed")
			.addObject("signature", this.signatures.findById(id).filter(Signature::waits).orElseThrow(NotFound::new))
			.addObject("records", this.records.of(id));
	}

}
