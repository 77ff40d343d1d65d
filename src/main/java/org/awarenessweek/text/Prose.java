package org.awarenessweek.text;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** Splits text into paragraphs for a page, and turns web addresses into links. */
public final class Prose {

	private static final Pattern BETWEEN = Pattern.compile("\\n[ \\t]*\\n\\s*");

	private static final Pattern ADDRESS = Pattern
		.compile("(?i)(?<![\\p{L}\\p{N}@./])(?:https?://|www\\.)[^\\s\\p{Cf}<>\"“”«»]+");

	private static final Pattern AFTERWARDS = Pattern.compile("[.,;:!?'’*_…\\]}]+$");

	private Prose() {
	}

	/** The paragraphs, each split into plain text and links. */
	public static List<List<Piece>> paragraphs(String text) {
		return BETWEEN.splitAsStream(text.strip()).map(Prose::pieces).toList();
	}

	/** One paragraph, split into plain text and links. */
	public static List<Piece> pieces(String paragraph) {
		List<Piece> pieces = new ArrayList<>();
		Matcher address = ADDRESS.matcher(paragraph);
		int end = 0;
		while (address.find()) {
			String words = withoutWhatFollows(address.group());
			String whole = words.matches("(?i)www\\..*") ? "https://" + words : words;
			if (isWhole(whole)) {
				if (address.start() > end) {
					pieces.add(new Piece(paragraph.substring(end, address.start()), null));
				}
				pieces.add(new Piece(words, whole));
				end = address.start() + words.length();
			}
		}
		if (end < paragraph.length()) {
			pieces.add(new Piece(paragraph.substring(end), null));
		}
		return pieces;
	}

	/** Drops punctuation and an unmatched bracket after an address. */
	private static String withoutWhatFollows(String address) {
		String shorter = AFTERWARDS.matcher(address).replaceAll("");
		if (shorter.endsWith(")") && shorter.indexOf('(') < 0) {
			shorter = shorter.substring(0, shorter.length() - 1);
		}
		return shorter.equals(address) ? address : withoutWhatFollows(shorter);
	}

	private static boolean isWhole(String address) {
		try {
			URI link = new URI(address);
			return link.getHost() != null && link.getHost().contains(".") && link.getUserInfo() == null;
		}
		catch (URISyntaxException ex) {
			return false;
		}
	}

	/**
	 * Some text.
	 *
	 * @param words the text as typed
	 * @param address the http or https link, or {@code null} for plain text
	 */
	public record Piece(String words, @Nullable String address) {
	}

}
