package org.awarenessweek.page;

import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.VirtualThreads;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.jetty.servlet.JettyServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * Answers what is kept in the thread that reads from the connections, which so goes from
 * one visitor to the next and never waits for any of them. All else goes on to the site
 * in a thread of its own.
 */
@Component
class PageHandler extends Handler.Wrapper implements WebServerFactoryCustomizer<JettyServletWebServerFactory> {

	private final Pages pages;

	private final PublicAddresses addresses;

	PageHandler(Pages pages, PublicAddresses addresses) {
		this.pages = pages;
		this.addresses = addresses;
	}

	/**
	 * Stands before the servlets, and behind what counts the requests that a graceful end
	 * waits for.
	 */
	@Override
	public void customize(JettyServletWebServerFactory factory) {
		factory.addServerCustomizers((server) -> {
			setHandler(server.getHandler());
			server.setHandler(this);
		});
	}

	@Override
	public InvocationType getInvocationType() {
		return InvocationType.NON_BLOCKING;
	}

	@Override
	public boolean handle(Request request, Response response, Callback callback) {
		KeptPage page = find(request);
		if (page == null || !page.sendAtOnce(request, response, callback)) {
			VirtualThreads.execute(getServer().getThreadPool(), () -> goOn(request, response, callback));
		}
		return true;
	}

	/** Only what is spelled as it is kept: paths that need decoding go on. */
	private @Nullable KeptPage find(Request request) {
		HttpURI uri = request.getHttpURI();
		String path = uri.getPath();
		boolean plain = path != null && path.equals(uri.getCanonicalPath()) && path.indexOf('%') < 0;
		if (!plain || !(HttpMethod.GET.is(request.getMethod()) || HttpMethod.HEAD.is(request.getMethod()))) {
			return null;
		}
		Address address = this.addresses.of(path, uri.getQuery());
		return (address != null) ? this.pages.kept(address.key()) : null;
	}

	private void goOn(Request request, Response response, Callback callback) {
		try {
			if (!super.handle(request, response, callback)) {
				Response.writeError(request, response, callback, HttpStatus.NOT_FOUND_404);
			}
		}
		catch (Throwable ex) {
			// Nobody else would answer, whatever it was
			Response.writeError(request, response, callback, ex);
		}
	}

}
