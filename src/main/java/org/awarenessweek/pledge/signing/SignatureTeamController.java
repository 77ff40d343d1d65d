package org.awarenessweek.pledge.signing;

import java.security.Principal;
import java.util.List;
import java.util.UUID;

import jakarta.validation.Valid;
import org.awarenessweek.mail.EmailAddress;
import org.awarenessweek.pledge.PledgeKeys;
import org.awarenessweek.site.Cursor;
import org.awarenessweek.site.CursorPage;
import org.awarenessweek.site.NotFound;
import org.awarenessweek.team.ReasonForm;
import org.awarenessweek.team.TeamPaths;
import org.awarenessweek.team.TeamRecords;
import org.awarenessweek.text.TypedText;
import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.Limit;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
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

	private static final int LENGTH = 50;

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
	ModelAndView list(@RequestParam(required = false) @Nullable String q,
			@RequestParam(required = false) @Nullable String above,
			@RequestParam(required = false) @Nullable String below) {
		boolean possible = q == null || q.isBlank() || EmailAddress.read(q).isPresent();
		return new ModelAndView("pledge/signing/team-waiting",
				possible ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT)
			.addObject("q", TypedText.fit(q))
			.addObject("refused", !possible)
			.addObject("page", possible ? found(q, Cursor.read(above), Cursor.read(below)) : CursorPage.empty());
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
				pledge.equals(id) ? "The pledge is confirmed and counts. We have thanked them by email."
						: "This address already has this pledge, so we have not changed anything.");
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
		redirect.addFlashAttribute("done", "The signature is deleted.");
		return new ModelAndView("redirect:/team/pledges/waiting");
	}

	private CursorPage<Signature, Cursor> found(@Nullable String q, @Nullable Cursor above, @Nullable Cursor below) {
		return EmailAddress.read(q)
			.map((address) -> this.signatures.findWaitingOf(this.keys.address(address), Limit.of(LENGTH)))
			.map((found) -> new CursorPage<Signature, Cursor>(found, null, null))
			.orElseGet(() -> CursorPage.read(above, below, LENGTH, this::find,
					(signature) -> new Cursor(signature.signedAt(), signature.id(), "")));
	}

	private List<Signature> find(@Nullable Cursor cursor, boolean upwards, int most) {
		Cursor from = (cursor != null) ? cursor : Cursor.TOP;
		return upwards ? this.signatures.findWaitingAbove(from.at(), from.id(), Limit.of(most))
				: this.signatures.findWaitingBelow(from.at(), from.id(), Limit.of(most));
	}

	private ModelAndView page(UUID id) {
		return new ModelAndView("pledge/signing/team-unconfirmed")
			.addObject("signature", this.signatures.findById(id).filter(Signature::waits).orElseThrow(NotFound::new))
			.addObject("records", this.records.of(id));
	}

}
