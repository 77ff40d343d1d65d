package org.awarenessweek.edition;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.regex.Pattern;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.awarenessweek.door.PublicPages;
import org.awarenessweek.door.SigningKey;
import org.awarenessweek.site.Moved;
import org.awarenessweek.site.NotFound;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.util.ContentCachingResponseWrapper;
import org.springframework.web.util.UriUtils;

/**
 * Shows every public page as it will be once a draft is announced, below an address that
 * only those know who were sent it. Links lead from page to page of the dry run; forms
 * lead nowhere. Once the draft is announced, its addresses lead to the public pages.
 */
@Controller
class DryRunController {

	/** The request's attribute with the draft that takes the current edition's place. */
	static final String DRAFT = DryRunController.class.getName();

	private static final Pattern OWN_LINK = Pattern
		.compile("(?<=\\s(?:href|src|action)=\")/(?!/)(?![^\"?#]*-[0-9a-f]{32}\\.\\w+\")");

	private final Editions editions;

	private final SigningKey key;

	private final Clock clock;

	DryRunController(Editions editions, SigningKey key, Clock clock) {
		this.editions = editions;
		this.key = key;
		this.clock = clock;
	}

	/** The path of a draft's dry run. */
	String path(Edition draft) {
		return "/dry-run/" + this.key.sign(draft.dryRun()) + "/";
	}

	@RequestMapping({ "/dry-run/{secret}", "/dry-run/{secret}/**" })
	void show(@PathVariable String secret, HttpServletRequest request, HttpServletResponse response)
			throws ServletException, IOException {
		String prefix = "/dry-run/" + secret;
		String path = request.getRequestURI().substring(prefix.length());
		Edition draft = this.editions.findAllByOrderByYearDesc()
			.stream()
			.filter((edition) -> matches(path(edition), prefix + "/"))
			.findAny()
			.orElseThrow(NotFound::new);
		if (path.isEmpty()) {
			throw new Moved(prefix + "/");
		}
		if (path.contains("//") || PublicPages.isPrivate(UriUtils.decode(path, StandardCharsets.UTF_8))) {
			throw new NotFound();
		}
		if (draft.announced()) {
			String query = request.getQueryString();
			response.sendRedirect((query != null) ? path + "?" + query : path);
			return;
		}
		if (!HttpMethod.GET.matches(request.getMethod()) && !HttpMethod.HEAD.matches(request.getMethod())) {
			response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
			return;
		}
		draft.announce(this.clock.instant());
		request.setAttribute(DRAFT, draft);
		if (PublicPages.isStreamed(path)) {
			request.getRequestDispatcher(path).forward(request, response);
			return;
		}
		var page = new ContentCachingResponseWrapper(response);
		request.getRequestDispatcher(path).forward(request, page);
		String location = response.getHeader(HttpHeaders.LOCATION);
		if (location != null && location.startsWith("/")) {
			response.setHeader(HttpHeaders.LOCATION, prefix + location);
		}
		byte[] body = page.getContentAsByteArray();
		if (String.valueOf(response.getContentType()).startsWith("text/html")) {
			body = OWN_LINK.matcher(new String(body, StandardCharsets.UTF_8))
				.replaceAll(prefix + "/")
				.getBytes(StandardCharsets.UTF_8);
		}
		response.setContentLength(body.length);
		response.getOutputStream().write(body);
	}

	private static boolean matches(String one, String other) {
		return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
	}

}
