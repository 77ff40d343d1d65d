package org.awarenessweek.door;

import java.io.IOException;
import java.util.regex.Pattern;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.awarenessweek.log.RequestIds;
import org.awarenessweek.site.Site;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Sets the security and cache headers of every response. Nothing may be loaded from
 * elsewhere, and only one page may be framed. Caches keep public pages but revalidate
 * them each time, and keep static files, whose names carry a content hash, for a year.
 * They never keep personal pages, which so can name the request that they answer.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class ResponseHeaders extends OncePerRequestFilter {

	private static final String CONTENT_SECURITY_POLICY = String.join("; ", "default-src 'none'", "style-src 'self'",
			"script-src 'self'", "img-src 'self'", "font-src 'self'", "connect-src 'self'", "form-action 'self'",
			"frame-ancestors 'none'", "base-uri 'none'");

	/** The one page that other sites may show in a frame. */
	private static final String FRAME = "/calendar/embed";

	/**
	 * The script that other sites run for the frame. Its name is fixed: caches keep it an
	 * hour.
	 */
	private static final String FRAME_SCRIPT = "/embed.js";

	/**
	 * Parts of a document: browsers ignore the document headers on them, and a first
	 * visit is more than a kilobyte lighter without.
	 */
	private static final Pattern PART = Pattern.compile(".*-[0-9a-f]{32}\\.(css|js|woff2)");

	private static final Pattern HASHED = Pattern.compile(".*-[0-9a-f]{32}\\.\\w+");

	/** Data for programs and other sites' pages; search engines need not index it. */
	private static final Pattern FEED = Pattern
		.compile("/calendar(/.*)?\\.(ics|atom|csv|json)|/pledge/count\\.json|/developers/openapi\\.json");

	private static final String NOT_KEPT = "no-store";

	private final Site site;

	ResponseHeaders(Site site) {
		this.site = site;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		boolean part = PART.matcher(request.getRequestURI()).matches();
		response.setHeader("Content-Security-Policy", part ? "default-src 'none'" : CONTENT_SECURITY_POLICY);
		response.setHeader("X-Content-Type-Options", "nosniff");
		response.setHeader("Cross-Origin-Resource-Policy", forOtherSites(request) ? "cross-origin" : "same-origin");
		if (!part) {
			response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
			response.setHeader("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()");
		}
		// the address of a personal page may have a token, which no other request repeats
		response.setHeader("Referrer-Policy", PublicPages.personal(request) ? "strict-origin" : "same-origin");
		if (FRAME.equals(request.getServletPath())) {
			response.setHeader("Content-Security-Policy",
					CONTENT_SECURITY_POLICY.replace("frame-ancestors 'none'", "frame-ancestors *"));
			response.setHeader("Cross-Origin-Embedder-Policy", "require-corp");
		}
		if (this.site.secure()) {
			response.setHeader("Strict-Transport-Security", "max-age=31536000");
		}
		String cacheControl = cacheControl(request);
		response.setHeader(HttpHeaders.CACHE_CONTROL, cacheControl);
		if (NOT_KEPT.equals(cacheControl)) {
			response.setHeader(RequestIds.HEADER, RequestIds.current());
		}
		if (isFeed(request)) {
			response.setHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*");
			response.setHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, HttpHeaders.IF_NONE_MATCH);
			response.setHeader(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, HttpHeaders.ETAG);
		}
		if (isCard(request)) {
			response.setHeader("Cross-Origin-Resource-Policy", "cross-origin");
		}
		if (PublicPages.personal(request) || isFeed(request)) {
			response.setHeader("X-Robots-Tag", "noindex");
		}
		chain.doFilter(request, response);
	}

	private static boolean forOtherSites(HttpServletRequest request) {
		return isFeed(request) || FRAME.equals(request.getServletPath())
				|| FRAME_SCRIPT.equals(request.getServletPath());
	}

	private static String cacheControl(HttpServletRequest request) {
		if (HASHED.matcher(request.getRequestURI()).matches()) {
			return "public, max-age=31536000, immutable";
		}
		if (FRAME_SCRIPT.equals(request.getServletPath())) {
			return "public, max-age=3600";
		}
		return (PublicPages.personal(request) || !PublicPages.reads(request)) ? NOT_KEPT : "public, no-cache";
	}

	private static boolean isFeed(HttpServletRequest request) {
		return FEED.matcher(request.getServletPath()).matches();
	}

	/** Other sites show it when a page of ours is shared. */
	private static boolean isCard(HttpServletRequest request) {
		return request.getServletPath().endsWith("/card.png");
	}

}
