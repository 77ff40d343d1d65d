package org.awarenessweek.team.member;

import java.security.Principal;
import java.util.UUID;

import jakarta.validation.Valid;
import org.awarenessweek.site.NotFound;
import org.awarenessweek.team.member.TeamAccounts.Removal;
import org.jspecify.annotations.Nullable;

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

/** Lists, adds and removes members. */
@Controller
@RequestMapping("/team/members")
class TeamMemberController {

	private final TeamMembers members;

	private final TeamAccounts accounts;

	TeamMemberController(TeamMembers members, TeamAccounts accounts) {
		this.members = members;
		this.accounts = accounts;
	}

	@GetMapping
	String members(Model model) {
		model.addAttribute("form", new AddressForm(null));
		model.addAttribute("members", this.members.all());
		return "team/member/members";
	}

	@PostMapping
	ModelAndView add(@Valid @ModelAttribute("form") AddressForm form, BindingResult errors, Principal by,
			RedirectAttributes redirect) {
		if (!errors.hasErrors()) {
			form.check(errors);
		}
		if (!errors.hasErrors() && !this.accounts.add(by.getName(), form.address())) {
			errors.rejectValue("email", "team.address.known");
		}
		if (errors.hasErrors()) {
			return new ModelAndView("team/member/members", HttpStatus.UNPROCESSABLE_CONTENT).addObject("members",
					this.members.all());
		}
		redirect.addFlashAttribute("done", "We have sent " + form.address() + " a link to choose a password.");
		return new ModelAndView("redirect:/team/members");
	}

	@GetMapping("/{id}/remove")
	ModelAndView confirmRemoval(@PathVariable UUID id) {
		return new ModelAndView("team/member/remove-member").addObject("candidate", member(id));
	}

	@PostMapping("/{id}/remove")
	ModelAndView remove(@PathVariable UUID id, @RequestParam long version,
			@RequestParam(required = false) @Nullable String sure, Principal by, RedirectAttributes redirect) {
		if (sure == null) {
			return confirmRemoval(id);
		}
		TeamMember member = member(id);
		Removal removal = this.accounts.remove(by.getName(), id, version);
		if (removal != Removal.DONE) {
			return new ModelAndView("team/member/remove-member", HttpStatus.CONFLICT).addObject("candidate", member)
				.addObject("refusal", removal);
		}
		redirect.addFlashAttribute("done", member.email() + " is no longer in the team.");
		return new ModelAndView("redirect:/team/members");
	}

	private TeamMember member(UUID id) {
		return this.members.findById(id).orElseThrow(NotFound::new);
	}

}
