package org.awarenessweek.door;

import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.VirtualThreads;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

import org.springframework.boot.jetty.servlet.JettyServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * How the web server goes about its connections: a few threads of the system read from
 * all of them and wait for none, and what may take long is done in virtual threads, one
 * for each request, which cost little: a slow client holds up nobody.
 */
@Component
class Connections implements WebServerFactoryCustomizer<JettyServletWebServerFactory> {

	/**
	 * How many may wait that come at the same moment: of Java's usual fifty, the next
	 * would be reset without an answer. The system may allow fewer (on Linux,
	 * {@code net.core.somaxconn}).
	 */
	private static final int WAITING = 1024;

	@Override
	public void customize(JettyServletWebServerFactory server) {
		QueuedThreadPool threads = new QueuedThreadPool();
		threads.setName("connections");
		threads.setVirtualThreadsExecutor(VirtualThreads.getNamedVirtualThreadsExecutor("request-"));
		server.setThreadPool(threads);
		server.addServerCustomizers((jetty) -> jetty.getContainedBeans(ServerConnector.class)
			.forEach((door) -> door.setAcceptQueueSize(WAITING)));
	}

}
