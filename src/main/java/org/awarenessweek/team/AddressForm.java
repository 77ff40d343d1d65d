package org.awarenessweek.team;

import org.awarenessweek.mail.EmailAddress;
import org.awarenessweek.text.TypedText;
import org.jspecify.annotations.Nullable;

import org.springframework.validation.Errors;

/**
 * An e-mail address: of somebody who is to be a member, or has forgotten the password.
 *
 * @param email what was typed
 */
record AddressForm(@Nullable String email) {

	AddressForm {
		email = TypedText.line(email);
	}

	/** The address, once nothing is wrong with it. */
	EmailAddress address() {
		return EmailAddress.read(this.email).orElseThrow();
	}

	void check(Errors errors) {
		if (!errors.hasFieldErrors("email") && EmailAddress.read(this.email).isEmpty()) {
			errors.rejectValue("email", "team.address.invalid");
		}
	}

}
