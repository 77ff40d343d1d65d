package org.awarenessweek.door;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
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
 * exceptions by type, because an exception's message may hold what a person typed. The
 * web server logs uncaught exceptions.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
public class AnswerLog extends OncePerRequestFilter {

	private static final Logger LOG = LoggerFactory.getLogger(AnswerLog.class);

	private static final String CAUSE = AnswerLog.class.getName() + ".CAUSE";

	/** How both databases name what rejected a row. */
	private static final Pattern REFUSED_BY = Pattern
		.compile("(?:constraint|violation:|invalid:|column) \"(?:PUBLIC\\.)?(\\w+)");

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		chain.doFilter(request, response);
		int status = response.getStatus();
		if (status == HttpServletResponse.SC_CONFLICT || status >= HttpServletResponse.SC_INTERNAL_SERVER_ERROR) {
			log(request, status, cause(request));
		}
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
		Object pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
		LOG.atLevel(level)
			.log("{} {} is answered {}: {}", request.getMethod(), (pattern != null) ? pattern : "a page", status,
					cause);
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
		String types = Stream.iterate(exception, (one) -> one != null, Throwable::getCause)
			.map(AnswerLog::name)
			.collect(Collectors.joining(", caused by "));
		return types + Arrays.stream(exception.getStackTrace())
			.filter((frame) -> frame.getClassName().startsWith("org.awarenessweek.")
					&& !frame.getClassName().contains("$$"))
			.findFirst()
			.map((frame) -> ", at " + frame)
			.orElse("");
	}

	private static String name(Throwable exception) {
		String type = exception.getClass().getSimpleName();
		if (!(exception instanceof SQLException refusal)) {
			return type;
		}
		var constraint = REFUSED_BY.matcher(String.valueOf(refusal.getMessage()));
		return type + " " + refusal.getSQLState() + (constraint.find() ? " " + constraint.group(1) : "");
	}

}
