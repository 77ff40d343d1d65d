package org.awarenessweek.door;

import java.io.IOException;
import java.io.InputStream;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.ShallowEtagHeaderFilter;

/**
 * Gives public pages an {@code ETag} made from their content, and answers 304 when the
 * browser has it already.
 */
@Component
@Order(20)
class PublicPages extends ShallowEtagHeaderFilter {

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		return !reads(request);
	}

	@Override
	protected boolean isEligibleForEtag(HttpServletRequest request, HttpServletResponse response, int status,
			InputStream body) {
		return status == HttpServletResponse.SC_OK && !isUnwritten(body)
				&& String.valueOf(response.getHeader(HttpHeaders.CACHE_CONTROL)).startsWith("public");
	}

	/** Of a file, nothing is written for HEAD: nothing can be told of its content. */
	private static boolean isUnwritten(InputStream body) {
		try {
			return body.available() == 0;
		}
		catch (IOException ex) {
			return true;
		}
	}

	static boolean reads(HttpServletRequest request) {
		return "GET".equals(request.getMethod()) || "HEAD".equals(request.getMethod());
	}

}
