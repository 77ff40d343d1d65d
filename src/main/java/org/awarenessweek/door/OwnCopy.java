package org.awarenessweek.door;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;

/**
 * Lets only the sender's browser keep the page that answers a form. A browser that goes
 * back to such a page shows its own copy, with everything that was typed, or nothing at
 * all.
 */
public final class OwnCopy {

	private OwnCopy() {
	}

	/** Allows it for this response. */
	public static void allow(HttpServletResponse response) {
		response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noCache().cachePrivate().getHeaderValue());
	}

}
