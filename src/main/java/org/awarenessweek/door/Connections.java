package org.awarenessweek.door;

import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.VirtualThreads;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

import org.springframework.boot.jetty.servlet.JettyServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * Sets up the web server's threads: a few platform threads read from all connections and
 * never block, and each request runs in a cheap virtual thread of its own. A slow client
 * holds up nobody.
 */
@Component
class Connections implements WebServerFactoryCustomizer<JettyServletWebServerFactory> {

	/**
	 * How many new connections may queue: with Java's default of fifty, the next would be
	 * reset without an answer. The system may allow fewer (on Linux,
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
