package org.awarenessweek.door;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.validation.Errors;

/**
 * A field that people neither see nor reach, so that whatever fills it in is a program.
 * Its name is none that a browser or a password manager knows; should one fill it in all
 * the same, nothing is lost: the form comes back and says so.
 */
public final class FormTrap {

	private static final String FIELD = "kettle";

	private FormTrap() {
	}

	/** Says what is wrong if a program filled in what is to stay empty. */
	public static void check(HttpServletRequest request, Errors errors) {
		String filled = request.getParameter(FIELD);
		if (filled != null && !filled.isBlank()) {
			errors.reject("form.trap");
		}
	}

}
