package org.awarenessweek.text;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * Normalises words for every search: no capitals, accents or punctuation, and "and" for
 * "&amp;". Punctuation never hides a word: apostrophes are dropped, and words with
 * hyphens or full stops are found both joined and split. Text without a letter or a digit
 * has no words.
 */
public final class Words {

	/** Latin letters that Unicode does not decompose, and their plain spelling. */
	private static final Map<String, String> LETTERS = Map.of("ł", "l", "ø", "o", "đ", "d", "ð", "d", "þ", "th", "ß",
			"ss", "æ", "ae", "œ", "oe", "ı", "i", "ς", "σ");

	/**
	 * Accents, and Hebrew and Arabic points, which few people type. Marks in other
	 * scripts are vowels, and part of the word.
	 */
	private static final Pattern ACCENTS = Pattern
		.compile("[\\p{M}&&[\\u0300-\\u036F\\p{IsHebrew}\\p{IsArabic}\\u064B-\\u0655\\u0670]]");

	/** Apostrophes, their substitutes and invisible characters. */
	private static final Pattern SILENT = Pattern.compile("['`´‘’‛′‵＇ʹʻʼʽˈꞌ՚׳״\\p{Cf}\\uFE00-\\uFE0F]");

	private static final String IN_WORD = "[\\p{L}\\p{M}\\p{N}]";

	private static final Pattern LETTER_OR_DIGIT = Pattern.compile("[\\p{L}\\p{N}]");

	/** The part after an apostrophe: the Neill of O'Neill. */
	private static final Pattern BEHIND_AN_APOSTROPHE = Pattern.compile("(?<=\\p{L}['’])\\p{L}{3,}");

	/** Two single letters: Q&A, Q & A, Q and A. */
	private static final Pattern LETTER_AND_LETTER = alone("(\\p{L})(?: ?[&+] ?| and )(\\p{L})");

	private static final Pattern AND = Pattern.compile("&|(?<=\\p{L})(?:\\+| \\+ )(?=\\p{L})");

	private static final Pattern ACRONYM = alone("\\p{L}(?:\\.\\p{L})+");

	private static final Pattern COMMA_OF_A_NUMBER = Pattern.compile("(?<=\\p{N}),(?=\\p{N}{3})");

	/** Hyphens, full stops and middle dots between two letters or digits. */
	private static final Pattern JOINT = Pattern.compile("(?<=" + IN_WORD + ")[\\p{Pd}\\u2212.·・](?=" + IN_WORD + ")");

	private static final Pattern PUNCTUATION = Pattern
		.compile("[^\\p{L}\\p{M}\\p{N}-]+|(?<!" + IN_WORD + ")-+|-+(?!" + IN_WORD + ")");

	private static final Pattern POSTCODE = alone("(\\p{L}{1,2}\\d[\\p{L}\\d]?) (\\d\\p{L}{2})");

	/** Signs after a letter that distinguish names: C++, C#. */
	private static final Pattern TELLING = Pattern.compile(IN_WORD + "+[+#]++(?!" + IN_WORD + ")");

	/** What people type if they belong to no organisation. */
	private static final Set<String> NONE = Set.of("", "n a", "na", "none", "nil", "no", "x", "not applicable", "self",
			"myself", "no organisation", "no organization");

	private Words() {
	}

	/** The words of the texts, separated by single spaces. */
	public static String of(@Nullable String... texts) {
		return folded(texts).replace('-', ' ');
	}

	/** The same, with the signs that distinguish names. */
	public static String ofName(String name) {
		String telling = TELLING.matcher(plain(name))
			.results()
			.map(MatchResult::group)
			.collect(Collectors.joining(" "));
		return telling.isEmpty() ? of(name) : of(name) + " " + telling;
	}

	/** Whether this typed organisation means that there is none. */
	public static boolean sayNone(@Nullable String organisation) {
		return NONE.contains(of(organisation))
				&& (organisation == null || ofName(organisation).equals(of(organisation)));
	}

	/**
	 * The index terms for a search by beginnings of words: each word, each two neighbours
	 * joined, and what follows an apostrophe.
	 */
	public static Set<String> indexTerms(@Nullable String text) {
		String[] words = of(text).split(" ");
		Set<String> kept = new LinkedHashSet<>(Arrays.asList(words));
		kept.addAll(pairs(words));
		BEHIND_AN_APOSTROPHE.matcher(Objects.toString(text, ""))
			.results()
			.forEach((tail) -> kept.add(of(tail.group())));
		kept.remove("");
		return kept;
	}

	/** The beginnings of words to search for; each must begin an index term. */
	public static List<String> beginnings(String typed) {
		return chunks(typed).map((parts) -> (parts.length > 1) ? pairs(parts) : List.of(parts))
			.flatMap(Collection::stream)
			.distinct()
			.toList();
	}

	/**
	 * The index text for a search by parts of words: each word once, hyphenated words
	 * also joined, and postcodes also without their space.
	 */
	public static String indexText(@Nullable String... texts) {
		String folded = folded(texts);
		Stream<String> joined = Stream.of(folded.split(" "))
			.filter((chunk) -> chunk.indexOf('-') >= 0)
			.map((chunk) -> chunk.replace("-", ""));
		Stream<String> postcodes = POSTCODE.matcher(folded).results().map((code) -> code.group(1) + code.group(2));
		return Stream.of(Stream.of(folded.replace('-', ' ').split(" ")), joined, postcodes)
			.flatMap((words) -> words)
			.distinct()
			.collect(Collectors.joining(" "));
	}

	/** The parts of words to search for; each must be in the index text. */
	public static List<String> parts(String typed) {
		return chunks(typed).map((parts) -> Stream.of(parts).allMatch((part) -> part.length() > 1) ? List.of(parts)
				: List.of(String.join("", parts)))
			.flatMap(Collection::stream)
			.distinct()
			.toList();
	}

	/**
	 * The Latin letters and digits of some words, joined by hyphens; empty if there is no
	 * Latin letter.
	 */
	public static String latin(String words, int longest) {
		String latin = of(words).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
		String shortened = (latin.length() > longest) ? latin.substring(0, longest).replaceAll("-[^-]*$", "") : latin;
		return shortened.matches(".*[a-z].*") ? shortened : "";
	}

	/** Splits typed text at spaces, and each piece at its hyphens. */
	private static Stream<String[]> chunks(String typed) {
		return Stream.of(folded(typed).split(" ")).filter((chunk) -> !chunk.isEmpty()).map((chunk) -> chunk.split("-"));
	}

	private static List<String> pairs(String... words) {
		return IntStream.range(1, words.length).mapToObj((i) -> words[i - 1] + words[i]).toList();
	}

	/** Words with single spaces between them, and hyphens inside them. */
	private static String folded(@Nullable String... texts) {
		List<String> folded = new ArrayList<>();
		Stream.of(texts)
			.flatMap(Stream::ofNullable)
			.map(Words::plain)
			.filter(LETTER_OR_DIGIT.asPredicate())
			.forEach((plain) -> {
				String and = AND.matcher(LETTER_AND_LETTER.matcher(plain).replaceAll("$1-and-$2")).replaceAll(" and ");
				String whole = ACRONYM.matcher(COMMA_OF_A_NUMBER.matcher(and).replaceAll(""))
					.replaceAll((letters) -> letters.group().replace(".", ""));
				folded.add(PUNCTUATION.matcher(JOINT.matcher(whole).replaceAll("-")).replaceAll(" "));
			});
		return String.join(" ", folded).strip().replaceAll(" +", " ");
	}

	/** No capitals, accents or apostrophes, and only single spaces. */
	private static String plain(String text) {
		String plain = ACCENTS.matcher(Normalizer.normalize(SILENT.matcher(text).replaceAll(""), Normalizer.Form.NFKD))
			.replaceAll("")
			.toLowerCase(Locale.ROOT);
		for (Map.Entry<String, String> letter : LETTERS.entrySet()) {
			plain = plain.replace(letter.getKey(), letter.getValue());
		}
		return Normalizer.normalize(plain, Normalizer.Form.NFC).replaceAll("\\s+", " ");
	}

	/** A match with no letter or digit before or after it. */
	private static Pattern alone(String expression) {
		return Pattern.compile("(?<!" + IN_WORD + ")" + expression + "(?!" + IN_WORD + ")");
	}

}
