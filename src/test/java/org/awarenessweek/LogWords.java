package org.awarenessweek;

import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.AppenderBase;

/**
 * What the log says in tests, of all loggers from {@code INFO} on and of the site's own
 * from {@code DEBUG} on: no email address, no token, and nothing that a visitor of the
 * test typed.
 */
public final class LogWords {

	/** Not a moment or a version: the last part has letters only. */
	private static final Pattern ADDRESS = Pattern.compile("[^\\s@<>\"']+@[^\\s@]+\\.[a-z]{2,}");

	/** As {@link org.awarenessweek.mail.Token} makes them: 128 bits in base64. */
	private static final Pattern TOKEN = Pattern
		.compile("(?<![\\w-])(?=[\\w-]*[a-z])(?=[\\w-]*[A-Z])(?=[\\w-]*\\d)[\\w-]{22}(?![\\w-])");

	/** The tests' own mail server, and what the operator set. */
	private static final List<String> OTHERS = List.of("com.icegreen.", "org.awarenessweek.Warnings: smtp:",
			"org.awarenessweek.team.member.FirstMember");

	private static final Queue<String> LINES = new ConcurrentLinkedQueue<>();

	private static final Set<String> TYPED = ConcurrentHashMap.newKeySet();

	private LogWords() {
	}

	/**
	 * Remembers what was typed, until the test class ends; single words say too little.
	 */
	static void typed(String text) {
		String words = text.strip();
		if (words.length() > 5 && (words.contains(" ") || words.contains("@"))) {
			TYPED.add(words);
		}
	}

	static void forget() {
		TYPED.clear();
	}

	/** Fails if a line since the last call says too much. */
	static void refuse() {
		List<String> refused = Stream.generate(LINES::poll)
			.takeWhile(Objects::nonNull)
			.filter(LogWords::saysTooMuch)
			.toList();
		if (!refused.isEmpty()) {
			throw new AssertionError("The log says too much:\n" + String.join("\n", refused));
		}
	}

	/** Whether a line has an address, a token or what a visitor typed. */
	public static boolean saysTooMuch(String line) {
		return line.indexOf('@') >= 0 && ADDRESS.matcher(line).find() || TOKEN.matcher(line).find()
				|| TYPED.stream().anyMatch(line::contains);
	}

	private static String text(ILoggingEvent line) {
		StringBuilder text = new StringBuilder(line.getLoggerName()).append(": ").append(line.getFormattedMessage());
		messages(line.getThrowableProxy()).forEach((message) -> text.append("\n").append(message));
		return text.toString();
	}

	private static Stream<String> messages(IThrowableProxy thrown) {
		return (thrown != null) ? Stream
			.of(Stream.of(String.valueOf(thrown.getMessage())), messages(thrown.getCause()),
					Stream.of(thrown.getSuppressed()).flatMap(LogWords::messages))
			.flatMap((some) -> some) : Stream.empty();
	}

	/** The log's appender in tests. */
	public static final class Log extends AppenderBase<ILoggingEvent> {

		@Override
		protected void append(ILoggingEvent line) {
			String text = text(line);
			if (OTHERS.stream().noneMatch(text::startsWith)) {
				LINES.add(text);
			}
		}

	}

}
