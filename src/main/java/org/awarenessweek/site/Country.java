package org.awarenessweek.site;

import java.text.Collator;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * Where people are: the nations of the UK by their ISO 3166-2 codes first, then the
 * countries of ISO 3166-1 by name. The UK itself is not offered: its nations are.
 */
public final class Country {

	private static final Map<String, String> NAMES = names();

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
