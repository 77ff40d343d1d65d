package org.awarenessweek.node;

import java.time.Duration;

import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Lets proxies look away before this node goes. Told to stop, it says at once that it is
 * not ready, but still takes requests for {@code node.leave-after}. Then it closes its
 * door, and answers for another second what comes over connections that it has: a form
 * that was sent must not be lost, since proxies do not send one again.
 */
@Configuration(proxyBeanMethods = false)
class Leaving {

	/** How long a connection may be open before its request is there. */
	private static final Duration LAST_REQUESTS = Duration.ofSeconds(1);

	/** Spring has taken the readiness down before. A higher phase stops earlier. */
	@Bean
	SmartLifecycle untilProxiesLookAway(NodeSettings settings) {
		return new Pause(WebServerApplicationContext.GRACEFUL_SHUTDOWN_PHASE + 1, settings.leaveAfter());
	}

	/** The door is closed, and every request that was seen is answered. */
	@Bean
	SmartLifecycle untilLastRequestsAreAnswered(NodeSettings settings) {
		return new Pause(WebServerApplicationContext.GRACEFUL_SHUTDOWN_PHASE - 1,
				settings.leaveAfter().isPositive() ? LAST_REQUESTS : Duration.ZERO);
	}

	private static final class Pause implements SmartLifecycle {

		private final int phase;

		private final Duration length;

		private volatile boolean running;

		Pause(int phase, Duration length) {
			this.phase = phase;
			this.length = length;
		}

		@Override
		public void start() {
			this.running = true;
		}

		@Override
		public void stop() {
			this.running = false;
			try {
				Thread.sleep(this.length);
			}
			catch (InterruptedException ex) {
				// It is not to wait any longer, but must still close everything
			}
		}

		@Override
		public boolean isRunning() {
			return this.running;
		}

		@Override
		public int getPhase() {
			return this.phase;
		}

	}

}
