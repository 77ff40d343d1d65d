package org.awarenessweek.browser;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;

/**
 * Deque's axe-core, which finds barriers for people with a disability. It loads its
 * script once per page and asks it each time the page changes its looks;
 * {@link AxeBuilder} would start again each time, in a second window.
 */
final class Axe {

	private static final String SCRIPT = script();

	private static final String ASK = """
			async (rules) => {
				const results = await axe.run({ resultTypes: ["violations"], ...rules });
				return results.violations.flatMap(rule => rule.nodes.map(node => rule.id + ": " + node.target));
			}""";

	private Axe() {
	}

	/** The rules that the page now breaks, each with the element. */
	static List<?> violations(Page page) {
		return ask(page, Map.of());
	}

	/** Text with low contrast, the one thing that a dark scheme can change. */
	static List<?> paleText(Page page) {
		return ask(page, Map.of("runOnly", "color-contrast"));
	}

	private static List<?> ask(Page page, Map<String, String> rules) {
		if (page.evaluate("!('axe' in window)").equals(true)) {
			page.evaluate(SCRIPT);
		}
		return (List<?>) page.evaluate(ASK, rules);
	}

	private static String script() {
		try (InputStream file = Objects.requireNonNull(AxeBuilder.class.getResourceAsStream("/axe.min.js"))) {
			return new String(file.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
