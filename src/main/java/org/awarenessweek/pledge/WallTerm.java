package org.awarenessweek.pledge;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * What the wall can be read by: everyone, a role, a country, an organisation, or the
 * beginning of a word. Words are kept and looked for without capitals, accents and
 * punctuation; every other term begins with a sign that no word has.
 *
 * @param text the term, or its beginning
 * @param whole whether it is the whole term
 */
public record WallTerm(String text, boolean whole) {

	/** What an organisation's own pledge has after its organisation's term. */
	public static final String OWN = "=";

	private static final String ORGANISATION = "=organisation:";

	/**
	 * Accents, and the points of Hebrew and Arabic, which few people type. What other
	 * scripts write above or below a letter is a vowel, and part of the word.
	 */
	private static final String ACCENTS = "[\\p{M}&&[\\u0300-\\u036F\\p{IsHebrew}\\p{IsArabic}\\u064B-\\u0655\\u0670\\uFE00-\\uFE0F]]";

	/** What stands inside a word and is no part of it. */
	private static final String SILENT = "['’\\u200C\\u200D]";

	/** Latin letters that Unicode does not take apart, as people type them without. */
	private static final Map<String, String> LETTERS = Map.of("ł", "l", "ø", "o", "đ", "d", "ð", "d", "þ", "th", "ß",
			"ss", "æ", "ae", "œ", "oe", "ı", "i");

	/** Everyone. */
	public static WallTerm everyone() {
		return new WallTerm("", true);
	}

	/** All people, or all organisations. */
	public static WallTerm of(PledgeKind kind) {
		return new WallTerm("=kind:" + kind, true);
	}

	/** People in a role. */
	public static WallTerm of(PledgeRole role) {
		return new WallTerm("=role:" + role, true);
	}

	/** Whoever is in a country or nation. */
	public static WallTerm in(String country) {
		return new WallTerm("=country:" + country, true);
	}

	/** People in a role who are in a country or nation. */
	public static WallTerm in(String country, PledgeRole role) {
		return new WallTerm("=country:" + country + "=role:" + role, true);
	}

	/** An organisation and its people, however its name is spelled. */
	public static WallTerm at(String organisation) {
		return new WallTerm(ORGANISATION + words(organisation), true);
	}

	/** Every organisation whose name begins like this. */
	public static WallTerm organisations(String beginning) {
		return new WallTerm(ORGANISATION + words(beginning), false);
	}

	/** Whoever has a word that begins like this. */
	public static WallTerm beginning(String word) {
		return new WallTerm(word, false);
	}

	/** The words of some texts as they are kept: with single spaces between them. */
	public static String words(@Nullable String... texts) {
		String all = Arrays.stream(texts).filter(Objects::nonNull).collect(Collectors.joining(" "));
		String plain = Normalizer.normalize(all, Normalizer.Form.NFD).replaceAll(ACCENTS, "").toLowerCase(Locale.ROOT);
		for (Map.Entry<String, String> letter : LETTERS.entrySet()) {
			plain = plain.replace(letter.getKey(), letter.getValue());
		}
		return Normalizer.normalize(plain.replaceAll(SILENT, ""), Normalizer.Form.NFC)
			.replaceAll("[^\\p{L}\\p{M}\\p{N}]+", " ")
			.strip();
	}

	/** Every term that finds a pledge that is on the wall. */
	static Set<String> allOf(PledgeKind kind, Signatory signatory) {
		boolean person = kind == PledgeKind.MYSELF;
		Set<String> terms = new LinkedHashSet<>();
		terms.add(everyone().text());
		terms.add(of(kind).text());
		terms.add(in(signatory.country()).text());
		if (person) {
			terms.add(of(signatory.role()).text());
			terms.add(in(signatory.country(), signatory.role()).text());
		}
		if (!words(signatory.organisation()).isEmpty()) {
			String organisation = at(Objects.requireNonNull(signatory.organisation())).text();
			terms.addAll(person ? List.of(organisation) : List.of(organisation, organisation + OWN));
		}
		String words = person ? words(signatory.name(), signatory.organisation(), signatory.otherRole())
				: words(signatory.organisation());
		Collections.addAll(terms, words.split(" "));
		return terms;
	}

	/** Where it begins among all terms, which are sorted by their bytes. */
	public byte[] first() {
		return bytes(this.text);
	}

	/** Where it ends. */
	public byte[] last() {
		byte[] last = bytes(this.text);
		if (!this.whole) {
			last = Arrays.copyOf(last, last.length + 1);
			last[last.length - 1] = (byte) 0xFF;
		}
		return last;
	}

	/** Whether it finds what has this term. */
	public boolean finds(String term) {
		return this.whole ? term.equals(this.text) : term.startsWith(this.text);
	}

	/** A term as it is kept. */
	public static byte[] bytes(String term) {
		return term.getBytes(StandardCharsets.UTF_8);
	}

	/** A term that was kept. */
	public static String read(byte[] bytes) {
		return new String(bytes, StandardCharsets.UTF_8);
	}

}
