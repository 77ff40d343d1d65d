package org.awarenessweek.door;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.validation.Errors;

/**
 * A field that people neither see nor reach, so only a program fills it in. No browser or
 * password manager knows its name. If one fills it in all the same, nothing is lost: the
 * form comes back and says so.
 */
public final class FormTrap {

	private static final String FIELD = "kettle";

	private FormTrap() {
	}

	/** Adds an error if a program filled in the field. */
	public static void check(HttpServletRequest request, Errors errors) {
		String filled = request.getParameter(FIELD);
		if (filled != null && !filled.isBlank()) {
			errors.reject("form.trap");
		}
	}

}
