package org.awarenessweek.door;

import java.io.IOException;
import java.util.Arrays;
import java.util.stream.Stream;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.awarenessweek.log.Fault;
import org.awarenessweek.work.DatabaseAway;
import org.eclipse.jetty.io.QuietException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Logs why a request was answered 409 or 5xx. It names addresses by pattern and
 * exceptions by type, because an exception's message may hold what a person typed.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
public class AnswerLog extends OncePerRequestFilter {

	private static final Logger LOG = LoggerFactory.getLogger(AnswerLog.class);

	private static final String CAUSE = AnswerLog.class.getName() + ".CAUSE";

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		try {
			chain.doFilter(request, response);
		}
		catch (RuntimeException | ServletException ex) {
			if (isAnsweredElsewhere(ex)) {
				throw ex;
			}
			LOG.error("{} {} failed", request.getMethod(), address(request), Fault.of(ex));
			throw new Logged(ex);
		}
		int status = response.getStatus();
		if (status == HttpServletResponse.SC_CONFLICT || status >= HttpServletResponse.SC_INTERNAL_SERVER_ERROR) {
			log(request, status, cause(request));
		}
	}

	/**
	 * Whether others answer and log it: the web server a bad request or a broken
	 * connection, the filter of kept pages a database that is away.
	 */
	private static boolean isAnsweredElsewhere(Exception ex) {
		return DatabaseAway.isCause(ex) || Stream.iterate(ex, (one) -> one != null, Throwable::getCause)
			.anyMatch(QuietException.class::isInstance);
	}

	/** Records the reason for the coming response. */
	public static void because(HttpServletRequest request, String cause) {
		request.setAttribute(CAUSE, cause);
	}

	/**
	 * Logs the line: a conflict, which people cause, as info; a site too busy as a
	 * warning; all else as an error.
	 */
	public static void log(HttpServletRequest request, int status, Object cause) {
		Level level = switch (status) {
			case HttpServletResponse.SC_CONFLICT -> Level.INFO;
			case HttpServletResponse.SC_SERVICE_UNAVAILABLE -> Level.WARN;
			default -> Level.ERROR;
		};
		LOG.atLevel(level).log("{} {} is answered {}: {}", request.getMethod(), address(request), status, cause);
	}

	private static Object address(HttpServletRequest request) {
		Object pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
		return (pattern != null) ? pattern : "a page";
	}

	private static Object cause(HttpServletRequest request) {
		Object said = request.getAttribute(CAUSE);
		if (said != null) {
			return said;
		}
		if (request.getAttribute(DispatcherServlet.EXCEPTION_ATTRIBUTE) instanceof Throwable exception) {
			return describe(exception);
		}
		return (request.getAttribute(HandlerMapping.BEST_MATCHING_HANDLER_ATTRIBUTE) instanceof HandlerMethod handler)
				? "said by " + handler.getBeanType().getSimpleName() + "#" + handler.getMethod().getName() : "unknown";
	}

	/**
	 * Describes an exception without its messages: the types in its chain of causes, SQL
	 * states and constraint names, and where in the site it arose.
	 */
	public static String describe(Throwable exception) {
		return Fault.types(exception) + Arrays.stream(exception.getStackTrace())
			.filter((frame) -> frame.getClassName().startsWith("org.awarenessweek.")
					&& !frame.getClassName().contains("$$"))
			.findFirst()
			.map((frame) -> ", at " + frame)
			.orElse("");
	}

	/** What the web server answers 500 without logging it once more. */
	private static final class Logged extends ServletException implements QuietException {

		private static final long serialVersionUID = 1L;

		Logged(Throwable cause) {
			super(cause);
		}

	}

}
