package org.awarenessweek.log;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

import org.springframework.boot.jetty.servlet.JettyServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Gives each request that the site works on an id, which each of its log lines shows: the
 * proxy's, if that is short and harmless, or a new one. Kept pages need none, since
 * nothing about them is logged. Background work has none: a round serves many requests.
 */
@Component
@Order(0)
public class RequestIds extends Handler.Wrapper implements WebServerFactoryCustomizer<JettyServletWebServerFactory> {

	/** The header in which a proxy sends the id, and in which the site returns it. */
	public static final String HEADER = "X-Request-ID";

	/** Its name in log lines: that of the Elastic Common Schema. */
	private static final String NAME = "http.request.id";

	private static final Pattern HARMLESS = Pattern.compile("[A-Za-z0-9._-]{1,64}");

	/** Few enough to be told on the telephone. */
	private static final int DIGITS = 10;

	/** Stands behind the kept pages, since it is wrapped before they are. */
	@Override
	public void customize(JettyServletWebServerFactory factory) {
		factory.addServerCustomizers((server) -> {
			setHandler(server.getHandler());
			server.setHandler(this);
		});
	}

	@Override
	public boolean handle(Request request, Response response, Callback callback) throws Exception {
		String given = request.getHeaders().get(HEADER);
		MDC.put(NAME, (given != null && HARMLESS.matcher(given).matches()) ? given : newId());
		try {
			return super.handle(request, response, callback);
		}
		finally {
			MDC.remove(NAME);
		}
	}

	private static String newId() {
		return HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong(), DIGITS);
	}

	/** The id of the request that this thread works on, if it works on one. */
	public static @Nullable String current() {
		return MDC.get(NAME);
	}

}
