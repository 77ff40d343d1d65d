package org.awarenessweek.words;

import org.awarenessweek.mail.text.Email;

/**
 * An email's text.
 *
 * @param email which email says it
 */
record WrittenEmail(Email email) implements Written {

	@Override
	public String name() {
		return "EMAIL_" + this.email.name();
	}

	@Override
	public String address() {
		return "email-" + this.email.address();
	}

	@Override
	public String message() {
		return "Email." + this.email.name();
	}

	@Override
	public String original() {
		return this.email.original();
	}

}
