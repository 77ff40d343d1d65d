package org.awarenessweek.door;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;
import org.springframework.web.util.WebUtils;

/**
 * Buffers each visitor's response before sending it, so that a slow reader holds no place
 * in the {@link Turnstile}. Responses to the team, and files of the toolkit, may be
 * large, and are streamed.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 5)
class WholeAnswers extends OncePerRequestFilter {

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		boolean whole = WebUtils.getNativeResponse(response, ContentCachingResponseWrapper.class) != null;
		if (whole || PublicPages.isPrivate(request) || PublicPages.isStreamed(request.getServletPath())) {
			chain.doFilter(request, response);
			return;
		}
		ContentCachingResponseWrapper answer = new ContentCachingResponseWrapper(response);
		chain.doFilter(request, answer);
		answer.copyBodyToResponse();
	}

}
