package org.awarenessweek.door;

import org.eclipse.jetty.server.ServerConnector;

import org.springframework.boot.jetty.servlet.JettyServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * Lets many connections wait that come at the same moment: of Java's usual fifty, the
 * next would be reset without an answer.
 */
@Component
class ConnectionQueue implements WebServerFactoryCustomizer<JettyServletWebServerFactory> {

	/** The system may allow fewer (on Linux, {@code net.core.somaxconn}). */
	private static final int LENGTH = 1024;

	@Override
	public void customize(JettyServletWebServerFactory server) {
		server.addServerCustomizers((jetty) -> jetty.getContainedBeans(ServerConnector.class)
			.forEach((door) -> door.setAcceptQueueSize(LENGTH)));
	}

}
