package org.awarenessweek.print;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.font.TextAttribute;
import java.io.IOException;
import java.io.InputStream;
import java.text.AttributedString;
import java.text.BreakIterator;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.springframework.core.io.ClassPathResource;

/**
 * The site's fonts in one weight: Atkinson Hyperlegible, and one font for each script
 * that it lacks. They are read from the class path when first needed.
 */
enum Typeface {

	REGULAR(400), BOLD(700);

	/** One font for each script, in the order in which they are tried. */
	private static final List<String> SCRIPTS = List.of("noto-sans", "noto-sans-arabic", "noto-sans-hebrew",
			"noto-sans-devanagari", "noto-sans-bengali", "noto-sans-gurmukhi", "noto-sans-gujarati", "noto-sans-tamil",
			"noto-sans-telugu", "noto-sans-kannada", "noto-sans-malayalam", "noto-sans-sinhala", "noto-sans-thai",
			"noto-sans-armenian", "noto-sans-georgian", "noto-sans-ethiopic");

	/** How many fonts show one glyph for each character, without shaping. */
	private static final int PLAIN_FONTS = 2;

	/**
	 * Soft hyphens, breaking hints, byte order marks, variation selectors, and direction
	 * controls.
	 */
	private static final String NEVER_SEEN = "[\\u00ad\\u200b\\u2060\\ufeff\\ufe00-\\ufe0f\\u202a-\\u202e\\u2066-\\u2069]";

	private final int weight;

	private @Nullable List<Font> fonts;

	Typeface(int weight) {
		this.weight = weight;
	}

	/** As CSS writes it. */
	int weight() {
		return this.weight;
	}

	/** The file of the site's own face. */
	ClassPathResource own() {
		return file("atkinson-hyperlegible", this.weight);
	}

	/** The file of the other Latin letters, Greek and Cyrillic. */
	ClassPathResource further() {
		return file(SCRIPTS.getFirst(), this.weight);
	}

	/**
	 * Whether every character is a left-to-right letter of its own in the first two
	 * fonts: any PDF writer gets such text right.
	 */
	boolean isPlain(String text) {
		List<Font> plain = fonts().subList(0, PLAIN_FONTS);
		return text.codePoints()
			.allMatch((character) -> Character.isWhitespace(character)
					|| (isLetterOfItsOwn(character) && plain.stream().anyMatch((font) -> font.canDisplay(character))));
	}

	/**
	 * Replaces what no font shows: letters become the name of their script, as in
	 * {@code [Khmer]}, and emoji and the like are left out. If nothing remains, it
	 * returns an ellipsis.
	 */
	String spell(String text) {
		var spelt = new StringBuilder();
		for (String letter : letters(text)) {
			if (isShown(letter)) {
				spelt.append(letter);
			}
			else if (Character.isLetterOrDigit(letter.codePointAt(0))) {
				String script = "[" + script(letter.codePointAt(0)) + "]";
				spelt.append(spelt.toString().endsWith(script) ? "" : script);
			}
		}
		String tidy = spelt.toString().replaceAll(" {2,}", " ").strip();
		return (tidy.isEmpty() && !text.isBlank()) ? "…" : tidy;
	}

	/**
	 * Whether a text has letters, and the fonts show them all with their marks; emoji may
	 * be left out.
	 */
	boolean spellsAllOf(String text) {
		List<String> letters = letters(text);
		return letters.stream().anyMatch((letter) -> Character.isLetterOrDigit(letter.codePointAt(0)))
				&& letters.stream().allMatch((letter) -> isShown(letter) || !isOfWriting(letter));
	}

	/** Assigns fonts to a text; punctuation keeps the current font if it can. */
	AttributedString dress(String text, float size) {
		var dressed = new AttributedString(text, Map.of(TextAttribute.KERNING, TextAttribute.KERNING_ON));
		Font font = fonts().getFirst();
		int from = 0;
		int at = 0;
		for (String letter : split(text)) {
			boolean decides = Character.isLetterOrDigit(letter.codePointAt(0)) || font.canDisplayUpTo(letter) >= 0;
			Font next = decides ? Objects.requireNonNullElse(fontFor(letter), font) : font;
			if (!next.equals(font) && at > from) {
				dressed.addAttribute(TextAttribute.FONT, font.deriveFont(size), from, at);
				from = at;
			}
			font = next;
			at += letter.length();
		}
		dressed.addAttribute(TextAttribute.FONT, font.deriveFont(size), from, text.length());
		return dressed;
	}

	private boolean isShown(String letter) {
		return Character.isWhitespace(letter.codePointAt(0)) || fontFor(letter) != null;
	}

	private @Nullable Font fontFor(String letter) {
		return fonts().stream().filter((font) -> font.canDisplayUpTo(letter) < 0).findFirst().orElse(null);
	}

	private static List<String> letters(String text) {
		return split(Normalizer.normalize(text, Normalizer.Form.NFC).replaceAll(NEVER_SEEN, ""));
	}

	/** Splits a text into letters, each with its accents and vowel signs. */
	private static List<String> split(String text) {
		var boundaries = BreakIterator.getCharacterInstance(Locale.UK);
		boundaries.setText(text);
		List<String> letters = new ArrayList<>();
		int from = boundaries.first();
		for (int to = boundaries.next(); to != BreakIterator.DONE; to = boundaries.next()) {
			letters.add(text.substring(from, to));
			from = to;
		}
		return letters;
	}

	private static boolean isLetterOfItsOwn(int character) {
		return switch (Character.getType(character)) {
			case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.COMBINING_SPACING_MARK,
					Character.FORMAT ->
				false;
			default -> true;
		};
	}

	/** Letters, digits, and marks typed without a letter; no emoji. */
	private static boolean isOfWriting(String letter) {
		int first = letter.codePointAt(0);
		return switch (Character.getType(first)) {
			case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK -> true;
			default -> Character.isLetterOrDigit(first);
		};
	}

	private static String script(int character) {
		String name = Character.UnicodeScript.of(character).name().replace('_', ' ');
		return name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
	}

	private synchronized List<Font> fonts() {
		if (this.fonts == null) {
			List<Font> read = new ArrayList<>();
			read.add(read(own()));
			SCRIPTS.forEach((script) -> read.add(read(file(script, this.weight))));
			Font fallback = read(file("droid-sans-fallback", REGULAR.weight));
			read.add((this == BOLD) ? fallback.deriveFont(Font.BOLD) : fallback);
			this.fonts = List.copyOf(read);
		}
		return this.fonts;
	}

	private static ClassPathResource file(String name, int weight) {
		return new ClassPathResource("fonts/" + name + "-" + weight + ".ttf");
	}

	private static Font read(ClassPathResource file) {
		try (InputStream content = file.getInputStream()) {
			return Font.createFont(Font.TRUETYPE_FONT, content);
		}
		catch (IOException | FontFormatException ex) {
			throw new IllegalStateException("The font " + file.getPath() + " cannot be read", ex);
		}
	}

}
