package org.awarenessweek.words;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.awarenessweek.site.PlainEnglish;
import org.awarenessweek.site.Site;
import org.awarenessweek.text.Markdown;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.validation.Errors;

/**
 * Facts that several texts say and that are kept in one place: a text has their names in
 * braces, as in {@code {contact}}.
 */
@Component
class Placeholders {

	private static final Pattern NAME = Pattern.compile("\\{([^{}\\n]*)\\}");

	/** A name, or the beginning of one whose brace is not closed. */
	private static final Pattern WRITTEN = Pattern.compile("\\{([^{}\\n]*)\\}|\\{\\p{L}+");

	private final Site site;

	Placeholders(Site site) {
		this.site = site;
	}

	/** Each name with what it stands for now. */
	Map<String, String> all() {
		Map<String, String> facts = new LinkedHashMap<>();
		facts.put("week", Markdown.escaped(this.site.name()));
		facts.put("coordinator", known(this.site.facts().coordinator(), "a charity"));
		String contact = this.site.contact();
		facts.put("contact", (contact != null) ? "[%1$s](mailto:%1$s)".formatted(Markdown.escaped(contact))
				: "*email address not set yet*");
		facts.put("zone", PlainEnglish.zone());
		return facts;
	}

	/** The text with the facts in place of their names. */
	String filled(String text) {
		Map<String, String> facts = all();
		return NAME.matcher(text)
			.replaceAll((name) -> Matcher.quoteReplacement(facts.getOrDefault(name.group(1), name.group())));
	}

	/** Rejects a text with a name that stands for nothing. */
	void check(String field, String text, Errors errors) {
		Map<String, String> facts = all();
		WRITTEN.matcher(text)
			.results()
			.filter((name) -> !facts.containsKey(name.group(1)))
			.findFirst()
			.ifPresent((name) -> errors.rejectValue(field, "words.placeholder",
					new Object[] { name.group(), "{" + String.join("}, {", facts.keySet()) + "}" }, null));
	}

	private static String known(@Nullable String fact, String otherwise) {
		return (fact != null) ? Markdown.escaped(fact) : otherwise;
	}

}
