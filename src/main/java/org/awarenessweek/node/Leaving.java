package org.awarenessweek.node;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Lets the proxy look away before this node closes its door: when it is told to stop, it
 * says that it is not ready, still takes requests for {@code node.leave-after}, and only
 * then lets the web server finish those under way and go.
 */
@Component
class Leaving implements SmartLifecycle {

	private static final Logger LOG = LoggerFactory.getLogger(Leaving.class);

	private final NodeSettings settings;

	private volatile boolean running;

	Leaving(NodeSettings settings) {
		this.settings = settings;
	}

	@Override
	public void start() {
		this.running = true;
	}

	/** Spring has taken the readiness down before this. */
	@Override
	public void stop() {
		this.running = false;
		if (this.settings.leaveAfter().isPositive()) {
			LOG.info("Not ready any more; requests are taken for another {} s", this.settings.leaveAfter().toSeconds());
			try {
				Thread.sleep(this.settings.leaveAfter());
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		}
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	/** What is in a higher phase stops earlier. */
	@Override
	public int getPhase() {
		return WebServerApplicationContext.GRACEFUL_SHUTDOWN_PHASE + 1;
	}

}
