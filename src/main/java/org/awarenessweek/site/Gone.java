package org.awarenessweek.site;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/**
 * Something was at this address and has ended on purpose: answered with the site's 410
 * page.
 */
@ResponseStatus(HttpStatus.GONE)
public class Gone extends RuntimeException {

	private static final long serialVersionUID = 1L;

}
