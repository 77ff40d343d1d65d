package org.awarenessweek.words;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import jakarta.annotation.PostConstruct;
import org.awarenessweek.mail.text.Email;
import org.awarenessweek.mail.text.EmailParts;
import org.awarenessweek.mail.text.EmailTexts;
import org.awarenessweek.site.Site;
import org.awarenessweek.text.Markdown;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.validation.Errors;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.util.HtmlUtils;

/**
 * Puts the words into every page, as {@code words}, and tells the site its facts and the
 * emails their texts. Pages and emails do not ask the database for them: this node knows
 * its own changes at once, and looks often enough for those of other nodes.
 */
@ControllerAdvice
public class PageWords {

	private static final int MOST_KEPT = 200;

	/** A heading with an address of its own. */
	private static final Pattern HEADING = Pattern.compile("<h2 id=\"([^\"]+)\">(.*?)</h2>", Pattern.DOTALL);

	private final Passages passages;

	private final Facts facts;

	private final Site site;

	private final Placeholders placeholders;

	private final EmailTexts emails;

	private final LoadingCache<String, String> html = Caffeine.newBuilder()
		.maximumSize(MOST_KEPT)
		.build(Markdown::html);

	/** Each section as HTML, by its address. */
	private volatile Map<String, String> sections;

	PageWords(Passages passages, Facts facts, Site site, Placeholders placeholders, EmailTexts emails) {
		this.passages = passages;
		this.facts = facts;
		this.site = site;
		this.placeholders = placeholders;
		this.emails = emails;
		this.sections = shown(Map.of());
	}

	@ModelAttribute("words")
	PageWords words() {
		return this;
	}

	/** Reads what pages and emails say from now on; the first page says it already. */
	@PostConstruct
	@Scheduled(initialDelay = 400, fixedDelay = 400)
	synchronized void read() {
		this.facts.findById(KeptFacts.ONLY).map(KeptFacts::facts).ifPresent(this.site::show);
		Map<String, String> written = this.passages.latest()
			.stream()
			.collect(Collectors.toMap(Passage::section, Passage::text));
		this.sections = shown(written);
		this.emails.show(Arrays.stream(Email.values())
			.filter((email) -> written.containsKey(new WrittenEmail(email).name()))
			.collect(Collectors.toMap(Function.identity(),
					(email) -> Objects.requireNonNull(written.get(new WrittenEmail(email).name())))));
	}

	/**
	 * A section as HTML.
	 * @param section its address, as in {@code about-more}
	 */
	public String html(String section) {
		return Objects.requireNonNull(this.sections.get(section), section);
	}

	/** What is above the first heading within a section: its title, and what leads on. */
	public String top(String section) {
		String html = html(section);
		return html.substring(0, html.length() - rest(section).length());
	}

	/** The section from its first heading on. */
	public String rest(String section) {
		String html = html(section);
		int heading = html.indexOf("<h2");
		return (heading != -1) ? html.substring(heading) : "";
	}

	/** The headings of a section as HTML, by their addresses within the page. */
	public Map<String, String> contents(String section) {
		Map<String, String> contents = new LinkedHashMap<>();
		HEADING.matcher(html(section))
			.results()
			.forEach((heading) -> contents.put(heading.group(1), heading.group(2).replaceAll("<[^>]*>", "")));
		return contents;
	}

	/** Rejects a text with a name in braces that stands for no fact. */
	public void check(String field, String text, Errors errors) {
		this.placeholders.check(field, text, errors);
	}

	/** A text as it is shown, with the facts in place of their names. */
	public String preview(String text) {
		return this.html.get(this.placeholders.filled(text));
	}

	/** The same for a section or an email: its subject, its HTML, and its text part. */
	String preview(Written what, String text) {
		return switch (what) {
			case Section _ -> preview(text);
			case WrittenEmail(Email email) -> {
				EmailParts parts = this.emails.preview(email, text);
				yield """
						<p>Subject: <strong>%s</strong></p>
						<div class="flow" headingoffset="0">%s</div>
						<h2>As plain text</h2>
						<pre>%s</pre>""".formatted(HtmlUtils.htmlEscape(parts.subject(), "UTF-8"), parts.html(),
						HtmlUtils.htmlEscape(parts.text(), "UTF-8"));
			}
		};
	}

	private Map<String, String> shown(Map<String, String> written) {
		return Arrays.stream(Section.values())
			.collect(Collectors.toUnmodifiableMap(Section::address,
					(section) -> preview(written.getOrDefault(section.name(), section.original()))));
	}

}
