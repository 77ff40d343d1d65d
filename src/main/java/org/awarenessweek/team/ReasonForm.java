package org.awarenessweek.team;

import org.jspecify.annotations.Nullable;

import org.springframework.validation.Errors;

/**
 * The team's reason for an action that others will ask about.
 *
 * @param reason the reason in a member's own words
 */
public record ReasonForm(@Nullable String reason) {

	static final int LONGEST = 500;

	public static ReasonForm empty() {
		return new ReasonForm(null);
	}

	public void check(Errors errors) {
		if (!errors.hasErrors() && (this.reason == null || this.reason.length() > LONGEST)) {
			errors.rejectValue("reason", "pledge.reason", new Object[] { LONGEST }, null);
		}
	}

	/** The reason, once the form is valid. */
	public String given() {
		return String.valueOf(this.reason);
	}

}
