package org.awarenessweek.team.member;

import org.awarenessweek.mail.EmailAddress;
import org.awarenessweek.text.TypedText;
import org.jspecify.annotations.Nullable;

import org.springframework.validation.Errors;

/**
 * The email address of a new member, or of one who has forgotten the password.
 *
 * @param email what was typed
 */
record AddressForm(@Nullable String email) {

	AddressForm {
		email = TypedText.line(email);
	}

	/** The address, once the form is valid. */
	EmailAddress address() {
		return EmailAddress.read(this.email).orElseThrow();
	}

	void check(Errors errors) {
		if (!errors.hasFieldErrors("email") && EmailAddress.read(this.email).isEmpty()) {
			errors.rejectValue("email", "team.address.invalid");
		}
	}

}
