package org.awarenessweek.team;

import org.awarenessweek.mail.EmailAddress;
import org.jspecify.annotations.Nullable;

import org.springframework.validation.Errors;

/**
 * An e-mail address: of somebody who is to be a member, or has forgotten the password.
 *
 * @param email what was typed
 */
record AddressForm(@Nullable String email) {

	/** The address, once nothing is wrong with it. */
	EmailAddress address() {
		return new EmailAddress(String.valueOf(this.email));
	}

	void check(Errors errors) {
		if (!EmailAddress.isValid(this.email)) {
			errors.rejectValue("email", "team.address.invalid");
		}
	}

}
