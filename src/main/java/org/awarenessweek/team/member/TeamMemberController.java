package org.awarenessweek.team.member;

import java.security.Principal;
import java.util.UUID;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import org.awarenessweek.site.NotFound;
import org.awarenessweek.team.member.TeamAccounts.Removal;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
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
	String add(@Valid @ModelAttribute("form") AddressForm form, BindingResult errors, Principal by, Model model,
			HttpServletResponse response, RedirectAttributes redirect) {
		if (!errors.hasErrors()) {
			form.check(errors);
		}
		if (!errors.hasErrors() && !this.accounts.add(by.getName(), form.address())) {
			errors.rejectValue("email", "team.address.known");
		}
		if (errors.hasErrors()) {
			response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
			model.addAttribute("members", this.members.all());
			return "team/member/members";
		}
		redirect.addFlashAttribute("done", "We have sent " + form.address() + " a link to choose a password.");
		return "redirect:/team/members";
	}

	@GetMapping("/{id}/remove")
	String confirmRemoval(@PathVariable UUID id, Model model) {
		model.addAttribute("candidate", member(id));
		return "team/member/remove-member";
	}

	@PostMapping("/{id}/remove")
	String remove(@PathVariable UUID id, @RequestParam long version,
			@RequestParam(required = false) @Nullable String sure, Principal by, Model model,
			HttpServletResponse response, RedirectAttributes redirect) {
		if (sure == null) {
			return confirmRemoval(id, model);
		}
		TeamMember member = member(id);
		Removal removal = this.accounts.remove(by.getName(), id, version);
		if (removal != Removal.DONE) {
			response.setStatus(HttpServletResponse.SC_CONFLICT);
			model.addAttribute("candidate", member);
			model.addAttribute("refusal", removal);
			return "team/member/remove-member";
		}
		redirect.addFlashAttribute("done", member.email() + " is no longer in the team.");
		return "redirect:/team/members";
	}

	private TeamMember member(UUID id) {
		return this.members.findById(id).orElseThrow(NotFound::new);
	}

}
