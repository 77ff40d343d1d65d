package org.awarenessweek.team.member;

import org.awarenessweek.team.member.SignIn.TooManyTries;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.WebAttributes;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.servlet.ModelAndView;

/** The sign-in page. */
@Controller
class SignInController {

	@GetMapping(TeamSecurity.SIGN_IN)
	String signIn(Model model) {
		model.addAttribute("form", new SignInForm(null, null));
		return "team/member/sign-in";
	}

	/** Spring Security forwards refused sign-in forms here. */
	@PostMapping(TeamSecurity.SIGN_IN + "/failed")
	ModelAndView refused(@ModelAttribute("form") SignInForm form, BindingResult errors,
			@RequestAttribute(name = WebAttributes.AUTHENTICATION_EXCEPTION,
					required = false) @Nullable AuthenticationException refusal) {
		if (refusal instanceof TooManyTries tooMany) {
			throw tooMany.answer();
		}
		if (!errors.hasErrors()) {
			errors.rejectValue("email", "team.sign-in.refused");
		}
		return new ModelAndView("team/member/sign-in", HttpStatus.UNPROCESSABLE_CONTENT);
	}

	/**
	 * The sign-in form.
	 *
	 * @param email the user name
	 * @param password the password, which no page shows again
	 */
	record SignInForm(@Nullable String email, @Nullable String password) {

		@Override
		public String toString() {
			return "SignInForm";
		}

	}

}
