package org.awarenessweek.node;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.eclipse.jetty.server.ServerConnector;

import org.springframework.boot.jetty.servlet.JettyServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Lets proxies look away before this node goes. Told to stop, it says at once that it is
 * not ready, but still takes requests for {@code node.leave-after}. Then it closes its
 * door, and for another second waits for requests on connections that are open: a form
 * that was sent must not be lost, since proxies do not send one again.
 */
@Component
class Leaving implements WebServerFactoryCustomizer<JettyServletWebServerFactory>, SmartLifecycle {

	/** How long a connection may be open before its request is there. */
	private static final Duration LAST_REQUESTS = Duration.ofSeconds(1);

	private final List<ServerConnector> doors = new CopyOnWriteArrayList<>();

	private final NodeSettings settings;

	private volatile boolean running;

	Leaving(NodeSettings settings) {
		this.settings = settings;
	}

	@Override
	public void customize(JettyServletWebServerFactory factory) {
		factory.addServerCustomizers((server) -> this.doors.addAll(server.getContainedBeans(ServerConnector.class)));
	}

	@Override
	public void start() {
		this.running = true;
	}

	/** Spring has taken the readiness down before. */
	@Override
	public void stop() {
		this.running = false;
		if (this.settings.leaveAfter().isPositive()) {
			pause(this.settings.leaveAfter());
			// Jetty's own way may leave the door open while nobody stands there
			this.doors.forEach(ServerConnector::close);
			pause(LAST_REQUESTS);
		}
	}

	private static void pause(Duration length) {
		try {
			Thread.sleep(length);
		}
		catch (InterruptedException ex) {
			// It is not to wait any longer, but must still close everything
		}
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	/**
	 * What is in a higher phase stops earlier: after this, the web server finishes the
	 * requests under way.
	 */
	@Override
	public int getPhase() {
		return WebServerApplicationContext.GRACEFUL_SHUTDOWN_PHASE + 1;
	}

}
