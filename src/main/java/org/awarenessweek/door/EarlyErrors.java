package org.awarenessweek.door;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.jetty.servlet.JettyServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * Answers what the web server rejects before the site sees it (an unreadable address,
 * headers that are too large, no {@code Host}) with a static page of ours, and what the
 * site cannot answer with another.
 */
@Component
class EarlyErrors implements Request.Handler, WebServerFactoryCustomizer<JettyServletWebServerFactory> {

	private static final Logger LOG = LoggerFactory.getLogger(EarlyErrors.class);

	/** In seconds. */
	private static final String A_WHILE = "30";

	private final byte[] rejected = page("early-error.html");

	private final byte[] failed = page("early-failure.html");

	private static byte[] page(String name) {
		try {
			return new ClassPathResource(name).getContentAsByteArray();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public void customize(JettyServletWebServerFactory server) {
		server.addServerCustomizers((jetty) -> jetty.setErrorHandler(this));
	}

	@Override
	public boolean handle(Request request, Response response, Callback callback) {
		boolean ourFault = response.getStatus() >= HttpStatus.INTERNAL_SERVER_ERROR_500;
		if (ourFault) {
			Object cause = request.getAttribute(ErrorHandler.ERROR_EXCEPTION);
			LOG.error("A {} is answered {} before the site sees it: {}", request.getMethod(), response.getStatus(),
					(cause instanceof Throwable exception) ? AnswerLog.describe(exception)
							: request.getAttribute(ErrorHandler.ERROR_MESSAGE));
		}
		var headers = response.getHeaders();
		headers.put(HttpHeader.CONTENT_TYPE,
				"text/html;charset=" + StandardCharsets.UTF_8.name().toLowerCase(Locale.ROOT));
		headers.put(HttpHeader.CACHE_CONTROL, "no-store");
		headers.put("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'; base-uri 'none'");
		headers.put("X-Content-Type-Options", "nosniff");
		if (response.getStatus() == HttpStatus.SERVICE_UNAVAILABLE_503) {
			headers.put(HttpHeader.RETRY_AFTER, A_WHILE);
		}
		response.write(true, ByteBuffer.wrap(ourFault ? this.failed : this.rejected), callback);
		return true;
	}

}
