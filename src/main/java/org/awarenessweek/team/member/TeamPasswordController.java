package org.awarenessweek.team.member;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import org.awarenessweek.door.NetworkLimits;
import org.awarenessweek.mail.EmailAddress;
import org.awarenessweek.site.NotFound;

import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Changes a known password, and replaces a forgotten one. */
@Controller
class TeamPasswordController {

	private final TeamPasswords passwords;

	private final SecurityContextRepository sessions;

	private final NetworkLimits limits;

	private final AsyncTaskExecutor applicationTaskExecutor;

	TeamPasswordController(TeamPasswords passwords, SecurityContextRepository sessions, NetworkLimits limits,
			AsyncTaskExecutor applicationTaskExecutor) {
		this.passwords = passwords;
		this.sessions = sessions;
		this.limits = limits;
		this.applicationTaskExecutor = applicationTaskExecutor;
	}

	@GetMapping("/team/password")
	String password(@AuthenticationPrincipal SignedIn member, Model model) {
		model.addAttribute("form", PasswordForm.EMPTY);
		return passwordPage(member, model);
	}

	@PostMapping("/team/password")
	ModelAndView change(@AuthenticationPrincipal SignedIn member, @Valid @ModelAttribute("form") PasswordForm form,
			BindingResult errors, Model model, HttpServletRequest request, HttpServletResponse response,
			RedirectAttributes redirect) {
		this.limits.countForm(request);
		if (!errors.hasErrors()) {
			form.check(new EmailAddress(member.getUsername()), errors);
			checkCurrent(form, member, errors);
		}
		if (errors.hasErrors()) {
			return new ModelAndView(passwordPage(member, model), model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
		}
		renewSession(this.passwords.change(member.id(), form.chosen()), request, response);
		redirect.addFlashAttribute("done", "Your password is changed. You are signed out everywhere else.");
		return new ModelAndView("redirect:/team");
	}

	@GetMapping("/team/forgotten")
	String forgotten(Model model) {
		model.addAttribute("form", new AddressForm(null));
		return "team/member/forgotten";
	}

	/**
	 * Answers with the same page, in the same time, whether or not the address is a
	 * member's: the look-up runs in the background.
	 */
	@PostMapping("/team/forgotten")
	ModelAndView send(@Valid @ModelAttribute("form") AddressForm form, BindingResult errors,
			HttpServletRequest request) {
		if (!errors.hasErrors()) {
			form.check(errors);
		}
		if (errors.hasErrors()) {
			return new ModelAndView("team/member/forgotten", HttpStatus.UNPROCESSABLE_CONTENT);
		}
		this.limits.countForm(request);
		EmailAddress address = form.address();
		this.applicationTaskExecutor.execute(() -> this.passwords.forgotten(address));
		return new ModelAndView("team/member/forgotten-sent");
	}

	@GetMapping("/team/password/new")
	String link(@RequestParam(defaultValue = "") String token, Model model) {
		model.addAttribute("form", PasswordForm.EMPTY);
		return linkPage(token, model);
	}

	@PostMapping("/team/password/new")
	ModelAndView set(@RequestParam(defaultValue = "") String token, @Valid @ModelAttribute("form") PasswordForm form,
			BindingResult errors, Model model) {
		EmailAddress email = memberOf(token).email();
		if (!errors.hasErrors()) {
			form.check(email, errors);
		}
		if (errors.hasErrors()) {
			return new ModelAndView(linkPage(token, model), model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
		}
		this.passwords.set(token, form.chosen());
		return new ModelAndView("redirect:" + TeamSecurity.SIGN_IN + "?password-set");
	}

	private void checkCurrent(PasswordForm form, SignedIn member, BindingResult errors) {
		if (!this.passwords.isCurrent(member.id(), form.known())) {
			errors.rejectValue("current", "team.password.wrong");
		}
		else if (form.chosen().equals(form.known())) {
			errors.rejectValue("password", "team.password.same");
		}
	}

	private String passwordPage(SignedIn member, Model model) {
		model.addAttribute("toBeChanged", this.passwords.isToBeChanged(member.id()));
		return "team/member/password";
	}

	private String linkPage(String token, Model model) {
		model.addAttribute("token", token);
		model.addAttribute("email", memberOf(token).email());
		return "team/member/new-password";
	}

	private TeamMember memberOf(String token) {
		return this.passwords.linked(token).orElseThrow(NotFound::new);
	}

	/** Keeps the session that changed the password, under a new id. */
	private void renewSession(TeamMember member, HttpServletRequest request, HttpServletResponse response) {
		var signedIn = new SignedIn(member);
		signedIn.eraseCredentials();
		var context = SecurityContextHolder.createEmptyContext();
		context.setAuthentication(
				UsernamePasswordAuthenticationToken.authenticated(signedIn, null, signedIn.getAuthorities()));
		SecurityContextHolder.setContext(context);
		request.changeSessionId();
		this.sessions.saveContext(context, request, response);
	}

}
