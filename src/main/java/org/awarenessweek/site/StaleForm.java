package org.awarenessweek.site;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/**
 * A form was filled in against a version that somebody else has changed since: answered
 * 409, and nothing is overwritten.
 */
@ResponseStatus(HttpStatus.CONFLICT)
public class StaleForm extends RuntimeException {

	private static final long serialVersionUID = 1L;

	/**
	 * Refuses a form that is older than what is kept.
	 * @param seen the version that the form was filled in against
	 * @param kept the version that is kept now
	 * @throws StaleForm if they differ
	 */
	public static void refuse(int seen, int kept) {
		if (seen != kept) {
			throw new StaleForm();
		}
	}

}
