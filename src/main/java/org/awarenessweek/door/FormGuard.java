package org.awarenessweek.door;

import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.awarenessweek.site.Site;
import org.eclipse.jetty.http.HttpException;
import org.jspecify.annotations.Nullable;

import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Reads a request before anything acts on it, and rejects what no form of ours sends:
 * another site's form (by {@code Sec-Fetch-Site}, or {@code Origin} if a browser has only
 * that), another content type, a body that is too large or incomplete, invalid UTF-8, or
 * a field with an impossible name or given twice. A form behind an emailed link needs no
 * origin: the token is the proof. The body of a form with a file ({@link Uploads}) that
 * is for the team is read later, if a member sends it.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class FormGuard extends OncePerRequestFilter {

	/**
	 * Email programs send this form, in either form encoding (RFC 8058, section 3.2);
	 * only its address matters.
	 */
	private static final String UNSUBSCRIBE = "/pledge/unsubscribe";

	/** The forms behind an emailed link, which do nothing without its token. */
	private static final Set<String> TOKEN_FORMS = Set.of("/calendar/confirm", "/mine/event", "/mine/event/edit",
			"/mine/event/copy", "/mine/leave", "/mine/open", "/pledge/confirm", "/pledge/mine", "/pledge/mine/correct",
			"/pledge/mine/erase", "/pledge/renew", UNSUBSCRIBE);

	/** A field, a list item, or a field of a list item. */
	private static final Pattern FIELD = Pattern.compile("[\\w-]+(\\[\\d{1,3}](\\.\\w+)?)?");

	/** How many times the largest form is read of a rejected body. */
	private static final int MOST_DRAINED = 16;

	/**
	 * How many forms larger than others, with all that is made of them, are in memory.
	 */
	private static final int LARGE_AT_ONCE = 8;

	private final Semaphore large = new Semaphore(LARGE_AT_ONCE, true);

	private final Site site;

	private final Limits limits;

	FormGuard(Site site, Limits limits) {
		this.site = site;
		this.limits = limits;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		long usual = this.limits.formSize().toBytes();
		long length = request.getContentLengthLong();
		boolean isLarge = (length < 0 || length > usual) && !Uploads.isOne(request) && largestForm(request) > usual;
		if (isLarge && !findsPlace()) {
			AnswerLog.because(request, "too many large forms are being read");
			response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(this.limits.patience().toSeconds()));
			response.sendError(HttpStatus.SERVICE_UNAVAILABLE.value());
			return;
		}
		try {
			readAndPass(request, response, chain);
		}
		finally {
			if (isLarge) {
				this.large.release();
			}
		}
	}

	private boolean findsPlace() {
		try {
			return this.large.tryAcquire(this.limits.patience().toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

	private void readAndPass(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		HttpStatus refusal = "POST".equals(request.getMethod()) ? errorOfForm(request) : errorOfParameters(request);
		if (refusal != null) {
			Uploads.drain(request, MOST_DRAINED * largestForm(request));
			response.sendError(refusal.value());
			return;
		}
		try {
			chain.doFilter(request, response);
		}
		finally {
			if (Uploads.isPublic(request)) {
				Uploads.forget(request);
			}
		}
	}

	private long largestForm(HttpServletRequest request) {
		return Uploads.largestForm(request, this.limits.formSize().toBytes());
	}

	private @Nullable HttpStatus errorOfForm(HttpServletRequest request) {
		if (Uploads.isOne(request)) {
			return !ownForm(request) ? HttpStatus.FORBIDDEN : Uploads.isPublic(request) ? Uploads.read(request) : null;
		}
		if (request.getContentLengthLong() > largestForm(request)) {
			return HttpStatus.CONTENT_TOO_LARGE;
		}
		if (request.getContentType() != null && !isForm(request.getContentType())
				&& !UNSUBSCRIBE.equals(request.getRequestURI())) {
			return HttpStatus.UNSUPPORTED_MEDIA_TYPE;
		}
		HttpStatus unreadable = errorOfParameters(request);
		if (unreadable != null) {
			return unreadable;
		}
		if (!hasFieldsOfOurForms(request)) {
			return HttpStatus.BAD_REQUEST;
		}
		return (TOKEN_FORMS.contains(request.getRequestURI()) || ownForm(request)) ? null : HttpStatus.FORBIDDEN;
	}

	private @Nullable HttpStatus errorOfParameters(HttpServletRequest request) {
		try {
			request.getParameterMap();
			return null;
		}
		catch (RuntimeException ex) {
			return status(ex);
		}
	}

	/**
	 * What to answer to a body that cannot be read: Jetty puts the problem in the cause.
	 */
	static HttpStatus status(Exception problem) {
		return switch (NestedExceptionUtils.getMostSpecificCause(problem)) {
			case TimeoutException cause -> HttpStatus.REQUEST_TIMEOUT;
			case HttpException cause -> HttpStatus.valueOf(cause.getCode());
			case IllegalStateException cause -> HttpStatus.CONTENT_TOO_LARGE;
			default -> HttpStatus.BAD_REQUEST;
		};
	}

	/** Whether each field has a name that ours may have, and is there once. */
	static boolean hasFieldsOfOurForms(HttpServletRequest request) {
		return request.getParameterMap().entrySet().stream().allMatch(FormGuard::fromOurForms);
	}

	private static boolean fromOurForms(Map.Entry<String, String[]> field) {
		return FIELD.matcher(field.getKey()).matches() && field.getValue().length == 1;
	}

	private boolean ownForm(HttpServletRequest request) {
		String fetchSite = request.getHeader("Sec-Fetch-Site");
		if (fetchSite != null) {
			return fetchSite.equals("same-origin") || fetchSite.equals("none");
		}
		String origin = request.getHeader("Origin");
		return origin != null && (origin.equals(origin(URI.create(this.site.link("/"))))
				|| origin.equals(origin(URI.create(request.getRequestURL().toString()))));
	}

	private static boolean isForm(String contentType) {
		try {
			return MediaType.APPLICATION_FORM_URLENCODED.includes(MediaType.parseMediaType(contentType));
		}
		catch (InvalidMediaTypeException ex) {
			return false;
		}
	}

	private static String origin(URI address) {
		return address.getScheme() + "://" + address.getAuthority();
	}

}
