package org.awarenessweek.words;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import org.awarenessweek.page.Pages;
import org.awarenessweek.text.Markdown;

import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/**
 * Puts the words into every page, as {@code words}. They are read once for all requests
 * of a moment. A page about an error shows those that were read last, in case it is the
 * database that fails.
 */
@ControllerAdvice
public class PageWords {

	private static final int MOST_KEPT = 200;

	private final Passages passages;

	private final Pages pages;

	private final Placeholders placeholders;

	private final LoadingCache<String, String> html = Caffeine.newBuilder()
		.maximumSize(MOST_KEPT)
		.build(Markdown::html);

	private volatile Map<Section, String> known = originals();

	PageWords(Passages passages, Pages pages, Placeholders placeholders) {
		this.passages = passages;
		this.pages = pages;
		this.placeholders = placeholders;
	}

	@ModelAttribute("words")
	PageWords words(HttpServletRequest request) {
		if (request.getDispatcherType() != DispatcherType.ERROR) {
			this.known = this.pages.remember(PageWords.class, this::read);
		}
		return this;
	}

	/**
	 * A section as HTML.
	 * @param section its address, as in {@code about-more}
	 */
	public String html(String section) {
		return preview(Objects.requireNonNull(this.known.get(Section.at(section).orElseThrow())));
	}

	/** A text as it would be shown. */
	String preview(String text) {
		return this.html.get(this.placeholders.filled(text));
	}

	private Map<Section, String> read() {
		Map<Section, String> texts = originals();
		this.passages.latest().forEach((passage) -> texts.put(passage.section(), passage.text()));
		return texts;
	}

	private static Map<Section, String> originals() {
		Map<Section, String> texts = new EnumMap<>(Section.class);
		Arrays.stream(Section.values()).forEach((section) -> texts.put(section, section.original()));
		return texts;
	}

}
