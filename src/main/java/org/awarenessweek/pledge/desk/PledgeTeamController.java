package org.awarenessweek.pledge.desk;

import java.security.Principal;
import java.util.UUID;

import jakarta.validation.Valid;
import org.awarenessweek.mail.EmailAddress;
import org.awarenessweek.pledge.Pledge;
import org.awarenessweek.pledge.Pledges;
import org.awarenessweek.pledge.burst.SetAsides;
import org.awarenessweek.site.Cursor;
import org.awarenessweek.site.CursorPage;
import org.awarenessweek.site.NotFound;
import org.awarenessweek.site.StaleForm;
import org.awarenessweek.team.ReasonForm;
import org.awarenessweek.team.TeamPaths;
import org.awarenessweek.team.TeamRecords;
import org.awarenessweek.text.TypedText;
import org.jspecify.annotations.Nullable;

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

/** The team's pages for pledges: find one, hide it from the wall, erase the person. */
@Controller
@RequestMapping("/team/pledges")
class PledgeTeamController {

	private final Pledges pledges;

	private final PledgeModeration moderation;

	private final SetAsides batches;

	private final PledgeSearch search;

	private final TeamRecords records;

	PledgeTeamController(Pledges pledges, PledgeModeration moderation, SetAsides batches, PledgeSearch search,
			TeamRecords records) {
		this.pledges = pledges;
		this.moderation = moderation;
		this.batches = batches;
		this.search = search;
		this.records = records;
	}

	@GetMapping
	ModelAndView list(@RequestParam(required = false) @Nullable String q,
			@RequestParam(required = false) @Nullable String above,
			@RequestParam(required = false) @Nullable String below) {
		boolean possible = (q == null || q.length() <= EmailAddress.MAX_LENGTH) && TypedText.isFit(q);
		return new ModelAndView("pledge/desk/list", possible ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT)
			.addObject("q", TypedText.fit(q))
			.addObject("refused", !possible)
			.addObject("page", possible ? this.search.page(TypedText.line(q), Cursor.read(above), Cursor.read(below))
					: CursorPage.empty());
	}

	@GetMapping(TeamPaths.ONE)
	ModelAndView show(@PathVariable UUID id) {
		ModelAndView page = page("pledge/desk/show", id).addObject("records", this.records.of(id));
		if (page.getModel().get("pledge") instanceof Pledge pledge && pledge.setAsideId() != null) {
			this.batches.findById(pledge.setAsideId()).ifPresent((batch) -> page.addObject("batch", batch));
		}
		return page;
	}

	@PostMapping(TeamPaths.ONE + "/hide")
	ModelAndView hide(@PathVariable UUID id, @RequestParam int version, Principal by, RedirectAttributes redirect) {
		return act(id, () -> this.moderation.hide(id, version, by.getName()), "/team/pledges/" + id,
				"The pledge is off the wall.", redirect);
	}

	@PostMapping(TeamPaths.ONE + "/stop-hiding")
	ModelAndView stopHiding(@PathVariable UUID id, @RequestParam int version, Principal by,
			RedirectAttributes redirect) {
		return act(id, () -> this.moderation.stopHiding(id, version, by.getName()), "/team/pledges/" + id,
				"The pledge is on the wall again, if its owner shows it.", redirect);
	}

	@GetMapping(TeamPaths.ONE + "/set-aside")
	ModelAndView askWhySetAside(@PathVariable UUID id) {
		return page("pledge/desk/set-aside-one", id).addObject("form", ReasonForm.empty());
	}

	@PostMapping(TeamPaths.ONE + "/set-aside")
	ModelAndView setAside(@PathVariable UUID id, @RequestParam int version,
			@Valid @ModelAttribute("form") ReasonForm form, BindingResult errors, Principal by,
			RedirectAttributes redirect) {
		form.check(errors);
		if (errors.hasErrors()) {
			ModelAndView page = page("pledge/desk/set-aside-one", id);
			page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
			return page;
		}
		return act(id, () -> this.moderation.setAside(id, version, form.given(), by.getName()), "/team/pledges/" + id,
				"The pledge is set aside. It does not count, and is off the wall.", redirect);
	}

	@PostMapping(TeamPaths.ONE + "/bring-back")
	ModelAndView bringBack(@PathVariable UUID id, @RequestParam int version, Principal by,
			RedirectAttributes redirect) {
		return act(id, () -> this.moderation.bringBack(id, version, by.getName()), "/team/pledges/" + id,
				"The pledge counts again.", redirect);
	}

	@GetMapping(TeamPaths.ONE + "/erase")
	ModelAndView askBeforeErasing(@PathVariable UUID id) {
		return page("pledge/desk/erase", id);
	}

	@PostMapping(TeamPaths.ONE + "/erase")
	ModelAndView erase(@PathVariable UUID id, @RequestParam int version,
			@RequestParam(required = false) @Nullable String sure, Principal by, RedirectAttributes redirect) {
		if (sure == null) {
			return askBeforeErasing(id);
		}
		return act(id, () -> this.moderation.erase(id, version, by.getName()), "/team/pledges", "The person is erased.",
				redirect);
	}

	private ModelAndView act(UUID id, Runnable action, String next, String done, RedirectAttributes redirect) {
		try {
			action.run();
		}
		catch (StaleForm ex) {
			ModelAndView page = show(id).addObject("stale", true);
			page.setStatus(HttpStatus.CONFLICT);
			return page;
		}
		redirect.addFlashAttribute("done", done);
		return new ModelAndView("redirect:" + next);
	}

	private ModelAndView page(String view, UUID id) {
		return new ModelAndView(view).addObject("pledge", this.pledges.findById(id).orElseThrow(NotFound::new));
	}

}
