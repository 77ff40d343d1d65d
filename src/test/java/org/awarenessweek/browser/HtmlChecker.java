package org.awarenessweek.browser;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.awarenessweek.Checkers;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXParseException;

/**
 * The Nu HTML Checker, which the W3C's validator runs. It loads its schema once, which
 * takes longer than checking a page.
 */
final class HtmlChecker {

	/** Harmless, as the checker itself says: Spring's hidden fields have it. */
	private static final String TRAILING_SLASH = "Trailing slash on void elements";

	private static final Object CHECKER = start();

	private HtmlChecker() {
	}

	/** The page's errors and warnings, one per line; empty if it is valid. */
	static List<String> complaints(String html) throws ReflectiveOperationException {
		List<String> complaints = new ArrayList<>();
		CHECKER.getClass()
			.getMethod("setUpValidatorAndParsers", ErrorHandler.class, boolean.class, boolean.class)
			.invoke(CHECKER, new Listener(complaints), false, false);
		CHECKER.getClass()
			.getMethod("checkHtmlInputSource", InputSource.class)
			.invoke(CHECKER, new InputSource(new ByteArrayInputStream(html.getBytes(StandardCharsets.UTF_8))));
		return complaints;
	}

	/** It loads its parts with the starting thread's class loader. */
	private static Object start() {
		Thread thread = Thread.currentThread();
		ClassLoader ours = thread.getContextClassLoader();
		ClassLoader its = Checkers.loader();
		thread.setContextClassLoader(its);
		try {
			Class<?> type = its.loadClass("nu.validator.validation.SimpleDocumentValidator");
			Object checker = type.getConstructor().newInstance();
			type.getMethod("setUpMainSchema", String.class, ErrorHandler.class)
				.invoke(checker, "http://s.validator.nu/html5-all.rnc", new Listener(new ArrayList<>()));
			return checker;
		}
		catch (ReflectiveOperationException ex) {
			throw new IllegalStateException(ex);
		}
		finally {
			thread.setContextClassLoader(ours);
		}
	}

	/** Collects what it hears. */
	private record Listener(List<String> heard) implements ErrorHandler {

		@Override
		public void warning(SAXParseException complaint) {
			if (!String.valueOf(complaint.getMessage()).startsWith(TRAILING_SLASH)) {
				error(complaint);
			}
		}

		@Override
		public void error(SAXParseException complaint) {
			this.heard.add(complaint.getLineNumber() + ": " + complaint.getMessage());
		}

		@Override
		public void fatalError(SAXParseException complaint) {
			error(complaint);
		}

	}

}
