package org.awarenessweek.site;

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
 * Says in the log why somebody was answered 409 or a 5xx. Its lines name addresses by
 * their patterns and exceptions by their types: an exception's own words may be those
 * that a person typed. What nobody caught is logged by the web server.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
public class AnswerLog extends OncePerRequestFilter {

	private static final Logger LOG = LoggerFactory.getLogger(AnswerLog.class);

	private static final String CAUSE = AnswerLog.class.getName() + ".CAUSE";

	/** How H2 and PostgreSQL name what refused a row. */
	private static final Pattern REFUSED_BY = Pattern
		.compile("(?:constraint|violation:|invalid:|column) \"(?:PUBLIC\\.)?(\\w+)");

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		chain.doFilter(request, response);
		int status = response.getStatus();
		if (status == HttpServletResponse.SC_CONFLICT || status >= HttpServletResponse.SC_INTERNAL_SERVER_ERROR) {
			tell(request, status, cause(request));
		}
	}

	/** Says why this request is about to be answered as it will be. */
	public static void because(HttpServletRequest request, String cause) {
		request.setAttribute(CAUSE, cause);
	}

	/**
	 * Writes the line: a conflict is people's own doing; the site being too busy is worth
	 * knowing; all else is a fault.
	 */
	public static void tell(HttpServletRequest request, int status, Object cause) {
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
	 * An exception without its words: the types of all that led to it, the database's SQL
	 * states and the names of its constraints, and where in the site it came up.
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
