package org.awarenessweek.browser;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

import org.awarenessweek.Checkers;

/**
 * The Nu HTML Checker, which the W3C's validator runs.
 */
final class HtmlChecker {

	private static final Class<?> CHECKER = load();

	private HtmlChecker() {
	}

	/**
	 * What is wrong with a page, a line for each error or warning; nothing for a valid
	 * one.
	 */
	static String complaints(String html) throws ReflectiveOperationException {
		Thread thread = Thread.currentThread();
		ClassLoader ours = thread.getContextClassLoader();
		thread.setContextClassLoader(CHECKER.getClassLoader());
		try {
			Object checker = CHECKER.getConstructor().newInstance();
			Class<?> format = CHECKER.getClassLoader().loadClass(CHECKER.getName() + "$OutputFormat");
			CHECKER.getMethod("setOutputFormat", format).invoke(checker, format.getField("GNU").get(null));
			String said = (String) CHECKER.getMethod("validate", InputStream.class)
				.invoke(checker, new ByteArrayInputStream(html.getBytes(StandardCharsets.UTF_8)));
			return said.lines().filter((line) -> !line.contains(": info: ")).collect(Collectors.joining("\n"));
		}
		finally {
			thread.setContextClassLoader(ours);
		}
	}

	private static Class<?> load() {
		try {
			return Checkers.loader().loadClass("nu.validator.client.EmbeddedValidator");
		}
		catch (ClassNotFoundException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
