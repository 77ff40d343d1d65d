package org.awarenessweek.page;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.awarenessweek.door.PublicPages;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.UriUtils;

/**
 * Leads whoever types a slash behind the address of a page to the page, with the query as
 * it was. Only the site's own addresses are led to, so never another site.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 2)
class TrailingSlash extends OncePerRequestFilter {

	private final PublicAddresses addresses;

	TrailingSlash(PublicAddresses addresses) {
		this.addresses = addresses;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		String path = request.getServletPath();
		String page = path.replaceAll("/+$", "");
		if (page.length() == path.length() || !PublicPages.reads(request) || !this.addresses.isPage(page)) {
			chain.doFilter(request, response);
			return;
		}
		String query = request.getQueryString();
		response.setStatus(HttpServletResponse.SC_MOVED_PERMANENTLY);
		response.setHeader(HttpHeaders.LOCATION,
				UriUtils.encodePath(page, StandardCharsets.UTF_8) + ((query != null) ? "?" + query : ""));
	}

}
