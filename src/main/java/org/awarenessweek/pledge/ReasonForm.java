package org.awarenessweek.pledge;

import org.jspecify.annotations.Nullable;

import org.springframework.validation.Errors;

/**
 * Why the team does something that others will ask about.
 *
 * @param reason in a member's own words
 */
record ReasonForm(@Nullable String reason) {

	static final int LONGEST = 500;

	static ReasonForm empty() {
		return new ReasonForm(null);
	}

	void check(Errors errors) {
		if (!errors.hasErrors() && (this.reason == null || this.reason.length() > LONGEST)) {
			errors.rejectValue("reason", "pledge.reason", new Object[] { LONGEST }, null);
		}
	}

	/** What was typed, once nothing is wrong with it. */
	String given() {
		return String.valueOf(this.reason);
	}

}
