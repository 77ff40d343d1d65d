package org.awarenessweek.team;

import org.awarenessweek.team.SignIn.TooManyTries;
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
import org.springframework.web.bind.annotation.ResponseStatus;

/** The way in, and the desk behind it. */
@Controller
class TeamController {

	private static final int RECORDS_SHOWN = 20;

	private final TeamDesk desk;

	private final TeamRecords records;

	TeamController(TeamDesk desk, TeamRecords records) {
		this.desk = desk;
		this.records = records;
	}

	@GetMapping("/team")
	String desk(Model model) {
		model.addAttribute("tasks", this.desk.tasks());
		model.addAttribute("records", this.records.latest(RECORDS_SHOWN));
		return "team/desk";
	}

	@GetMapping(TeamSecurity.SIGN_IN)
	String signIn(Model model) {
		model.addAttribute("form", new SignInForm(null, null));
		return "team/sign-in";
	}

	/** Where Spring Security forwards a form to that it has refused. */
	@PostMapping(TeamSecurity.SIGN_IN + "/failed")
	@ResponseStatus(HttpStatus.UNPROCESSABLE_CONTENT)
	String refused(@ModelAttribute("form") SignInForm form, BindingResult errors,
			@RequestAttribute(name = WebAttributes.AUTHENTICATION_EXCEPTION,
					required = false) @Nullable AuthenticationException refusal) {
		if (refusal instanceof TooManyTries tooMany) {
			throw tooMany.answer();
		}
		if (!errors.hasErrors()) {
			errors.rejectValue("email", "team.sign-in.refused");
		}
		return "team/sign-in";
	}

	/**
	 * What was typed to sign in.
	 *
	 * @param email the name
	 * @param password the password, which no page shows again
	 */
	record SignInForm(@Nullable String email, @Nullable String password) {

		@Override
		public String toString() {
			return "SignInForm";
		}

	}

}
