package org.awarenessweek.text;

import java.beans.PropertyEditor;
import java.beans.PropertyEditorSupport;
import java.text.Collator;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * Where people are: the nations of the UK by their ISO 3166-2 codes first, then the
 * countries of ISO 3166-1 by name. It offers the UK's nations in place of the UK.
 */
public final class Country {

	private static final Map<String, String> NAMES = names();

	/** Other names that people use for a place. */
	private static final Map<String, String> OTHER_NAMES = Map.ofEntries(Map.entry("usa", "US"),
			Map.entry("america", "US"), Map.entry("unitedstatesofamerica", "US"), Map.entry("uae", "AE"),
			Map.entry("republicofireland", "IE"), Map.entry("eire", "IE"), Map.entry("nireland", "GB-NIR"),
			Map.entry("cymru", "GB-WLS"), Map.entry("alba", "GB-SCT"), Map.entry("holland", "NL"),
			Map.entry("turkey", "TR"), Map.entry("czechrepublic", "CZ"), Map.entry("burma", "MM"),
			Map.entry("ivorycoast", "CI"), Map.entry("palestine", "PS"), Map.entry("vatican", "VA"),
			Map.entry("swaziland", "SZ"), Map.entry("macedonia", "MK"), Map.entry("easttimor", "TL"),
			Map.entry("democraticrepublicofcongo", "CD"), Map.entry("drc", "CD"), Map.entry("republicofcongo", "CG"),
			Map.entry("macau", "MO"));

	private static final Map<String, String> READ = read();

	private Country() {
	}

	/** Every code with its name in plain English, in the order of the form. */
	public static Map<String, String> all() {
		return NAMES;
	}

	/** Whether the form offers this code. */
	public static boolean isKnown(@Nullable String code) {
		return code != null && NAMES.containsKey(code);
	}

	/** Reads a code from the address of a search; it must exist. */
	public static PropertyEditor editor() {
		return new PropertyEditorSupport() {
			@Override
			public void setAsText(@Nullable String typed) {
				String code = TypedText.line(typed);
				if (code != null && !isKnown(code)) {
					throw new IllegalArgumentException("No such country");
				}
				setValue(code);
			}
		};
	}

	/**
	 * Finds a place by its name or its code.
	 * @return its code, or the typed text if there is none, as for "the UK", whose
	 * nations are asked for
	 */
	public static @Nullable String read(@Nullable String typed) {
		return (typed != null) ? READ.getOrDefault(folded(typed), typed) : null;
	}

	private static Map<String, String> read() {
		Map<String, String> read = new HashMap<>(OTHER_NAMES);
		NAMES.forEach((code, name) -> {
			read.put(folded(code), code);
			read.put(folded(name), code);
			read.putIfAbsent(folded(name.replaceAll(" \\(.*| SAR .*", "")), code);
		});
		return read;
	}

	/** Unaccented letters only, since keyboards differ; no "the", "and" or "saint". */
	private static String folded(String name) {
		return Normalizer.normalize(name, Normalizer.Form.NFKD)
			.toLowerCase(Locale.ROOT)
			.replaceAll("\\b(the|and)\\b|\\bst\\b(?=.)|\\bsaint\\b", "")
			.replaceAll("[^\\p{L}]", "");
	}

	/** The name of a place that the form offers. */
	public static String nameOf(String code) {
		return Objects.requireNonNull(NAMES.get(code));
	}

	private static Map<String, String> names() {
		Map<String, String> names = new LinkedHashMap<>();
		names.put("GB-ENG", "England");
		names.put("GB-SCT", "Scotland");
		names.put("GB-WLS", "Wales");
		names.put("GB-NIR", "Northern Ireland");
		Arrays.stream(Locale.getISOCountries())
			.filter((code) -> !code.equals("GB"))
			.sorted(Comparator.comparing(Country::name, Collator.getInstance(Locale.UK)))
			.forEach((code) -> names.put(code, name(code)));
		return Collections.unmodifiableMap(names);
	}

	private static String name(String code) {
		return Locale.of("", code).getDisplayCountry(Locale.UK);
	}

}
