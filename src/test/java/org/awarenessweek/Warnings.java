package org.awarenessweek;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The site's {@code WARN} and {@code ERROR} log lines in tests. A test that provokes one
 * takes this as a parameter and calls {@link #expect(String)}; any other warning fails
 * the test in which it came, and so does any line that {@link LogWords} refuses.
 */
public final class Warnings {

	private static final Logger LOG = LoggerFactory.getLogger(Warnings.class);

	private static final Queue<ILoggingEvent> LINES = new ConcurrentLinkedQueue<>();

	private static final Queue<String> ALLOWED = new ConcurrentLinkedQueue<>();

	private Warnings() {
	}

	/**
	 * Asserts that there are warnings with these words, and accepts them.
	 * @param words part of each one's message
	 * @return the messages
	 */
	public List<String> expect(String words) {
		List<ILoggingEvent> expected = LINES.stream()
			.filter((line) -> line.getFormattedMessage().contains(words))
			.toList();
		assertThat(expected).as("warnings of \"%s\" in %s", words, LINES).isNotEmpty();
		LINES.removeAll(expected);
		return expected.stream().map(ILoggingEvent::getFormattedMessage).toList();
	}

	/**
	 * Accepts any warnings with these words until the test ends.
	 * @param words part of each one's message
	 */
	public void allow(String words) {
		ALLOWED.add(words);
	}

	private static void refuse() {
		Background.settle();
		LogWords.refuse();
		List<ILoggingEvent> lines = List.copyOf(LINES);
		LINES.removeAll(lines);
		List<ILoggingEvent> unexpected = lines.stream()
			.filter((line) -> ALLOWED.stream().noneMatch(line.getFormattedMessage()::contains))
			.toList();
		ALLOWED.clear();
		if (!unexpected.isEmpty()) {
			throw new AssertionError("Nobody expected in the log:\n"
					+ String.join("\n", unexpected.stream().map(Warnings::text).toList()));
		}
	}

	private static String text(ILoggingEvent line) {
		String text = line.getLevel() + " " + line.getLoggerName() + ": " + line.getFormattedMessage();
		return (line.getThrowableProxy() != null) ? text + "\n" + ThrowableProxyUtil.asString(line.getThrowableProxy())
				: text;
	}

	/** The log's appender in tests. */
	public static final class Log extends AppenderBase<ILoggingEvent> {

		@Override
		protected void append(ILoggingEvent line) {
			LINES.add(line);
		}

	}

	/** Watches over all tests; see {@code META-INF/services}. */
	public static final class Watch
			implements BeforeAllCallback, AfterEachCallback, AfterAllCallback, ParameterResolver {

		/** Some libraries write to the JDK's log, which must go the same way. */
		@Override
		public void beforeAll(ExtensionContext test) {
			if (!SLF4JBridgeHandler.isInstalled()) {
				SLF4JBridgeHandler.removeHandlersForRootLogger();
				SLF4JBridgeHandler.install();
			}
			Thread.setDefaultUncaughtExceptionHandler((thread, ex) -> LOG.error("{} died", thread.getName(), ex));
			Awaitility.setDefaultTimeout(Background.PATIENCE);
			Awaitility.doNotCatchUncaughtExceptionsByDefault();
			// Warnings after the last test
			test.getRoot()
				.getStore(ExtensionContext.Namespace.GLOBAL)
				.computeIfAbsent(Watch.class, (key) -> (AutoCloseable) Warnings::refuse);
		}

		@Override
		public void afterEach(ExtensionContext test) {
			refuse();
		}

		@Override
		public void afterAll(ExtensionContext test) {
			refuse();
			LogWords.forget();
		}

		@Override
		public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
			return parameter.getParameter().getType() == Warnings.class;
		}

		@Override
		public Warnings resolveParameter(ParameterContext parameter, ExtensionContext test) {
			return new Warnings();
		}

	}

}
