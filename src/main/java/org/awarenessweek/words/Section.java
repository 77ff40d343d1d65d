package org.awarenessweek.words;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

import org.awarenessweek.text.Markdown;

import org.springframework.core.io.ClassPathResource;

/** A part of a page that the team writes, in the order of the desk's list. */
public enum Section implements Written {

	/** Below the theme on the home page. */
	HOME("/"),
	/** The home page until a week is announced. */
	NO_WEEK_YET("/"),
	/** Above this year's dates on the page about the week. */
	ABOUT("/about"),
	/** Below them. */
	ABOUT_MORE("/about"),
	/** The beginning of the page about taking part. */
	GET_INVOLVED("/get-involved"),
	/** On that page, while organisers can send events. */
	GET_INVOLVED_EVENTS("/get-involved"),
	/** On that page, while they cannot. */
	GET_INVOLVED_NO_EVENTS("/get-involved"),
	/** On that page, below the hashtags. */
	GET_INVOLVED_LOGOS("/get-involved"),
	/** Below the form of the pledge. */
	PLEDGE_ABOUT("/pledge"),
	/** All of the page about counting. */
	HOW_WE_COUNT("/pledge/how-we-count"),
	/** Above the logos and pictures. */
	TOOLKIT("/toolkit"),
	/** Below them. */
	TOOLKIT_TERMS("/toolkit"),
	/** Above the list of past weeks. */
	EDITIONS("/editions"),
	/** All of the page about accessibility. */
	ACCESSIBILITY("/accessibility"),
	/** Above the charity's own details on the page about privacy. */
	PRIVACY("/privacy"),
	/** Below them. */
	PRIVACY_MORE("/privacy"),
	/** At the foot of every page. */
	FOOTER("/");

	private final String path;

	private final String original;

	Section(String path) {
		this.path = path;
		this.original = read(address());
	}

	@Override
	public String address() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	/** The path of its page. */
	public String path() {
		return this.path;
	}

	@Override
	public String message() {
		return "Section." + name();
	}

	@Override
	public String original() {
		return this.original;
	}

	/** Whether the page's title is in it. */
	boolean hasTitle() {
		return Markdown.titles(this.original) > 0;
	}

	private static String read(String name) {
		try {
			return new ClassPathResource("words/" + name + ".md").getContentAsString(StandardCharsets.UTF_8).strip();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
