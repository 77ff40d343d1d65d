package org.awarenessweek.team.member;

import org.awarenessweek.mail.EmailAddress;
import org.jspecify.annotations.Nullable;

import org.springframework.validation.Errors;

/**
 * The form for choosing a password.
 *
 * @param current the current password, asked only of signed-in members
 * @param password the new password
 */
record PasswordForm(@Nullable String current, @Nullable String password) {

	static final int SHORTEST = 12;

	static final int LONGEST = 128;

	static final PasswordForm EMPTY = new PasswordForm(null, null);

	/** The new password, or an empty string. */
	String chosen() {
		return (this.password != null) ? this.password : "";
	}

	/** The current password, or an empty string. */
	String known() {
		return (this.current != null) ? this.current : "";
	}

	void check(EmailAddress member, Errors errors) {
		if (chosen().length() < SHORTEST) {
			errors.rejectValue("password", "team.password.short");
		}
		else if (chosen().length() > LONGEST) {
			errors.rejectValue("password", "team.password.long");
		}
		else if (chosen().equalsIgnoreCase(member.value())) {
			errors.rejectValue("password", "team.password.address");
		}
	}

	@Override
	public String toString() {
		return "PasswordForm";
	}

}
