package org.awarenessweek.text;

import java.time.ZoneId;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Time zones as people type them: by city ({@code New York} or {@code New York time}), by
 * IANA name ({@code Europe/Paris}) or as {@code UK time}. They are stored by IANA name.
 */
public final class Zones {

	private static final String UK = "Europe/London";

	private static final Pattern REGIONAL = Pattern
		.compile("(Africa|America|Antarctica|Asia|Atlantic|Australia|Europe|Indian|Pacific)/[A-Za-z].*");

	/** What people call a zone that is named after another city. */
	private static final Map<String, String> OTHER_NAMES = Map.ofEntries(Map.entry("uk", UK), Map.entry("british", UK),
			Map.entry("britain", UK), Map.entry("unitedkingdom", UK), Map.entry("bst", UK), Map.entry("gmtbst", UK),
			Map.entry("england", UK), Map.entry("scotland", UK), Map.entry("wales", UK),
			Map.entry("northernireland", UK), Map.entry("edinburgh", UK), Map.entry("cardiff", UK),
			Map.entry("ireland", "Europe/Dublin"), Map.entry("irish", "Europe/Dublin"),
			Map.entry("india", "Asia/Kolkata"), Map.entry("delhi", "Asia/Kolkata"),
			Map.entry("newdelhi", "Asia/Kolkata"), Map.entry("mumbai", "Asia/Kolkata"),
			Map.entry("china", "Asia/Shanghai"), Map.entry("beijing", "Asia/Shanghai"),
			Map.entry("japan", "Asia/Tokyo"), Map.entry("newzealand", "Pacific/Auckland"),
			Map.entry("wellington", "Pacific/Auckland"), Map.entry("southafrica", "Africa/Johannesburg"),
			Map.entry("capetown", "Africa/Johannesburg"), Map.entry("washington", "America/New_York"),
			Map.entry("boston", "America/New_York"), Map.entry("sanfrancisco", "America/Los_Angeles"),
			Map.entry("ottawa", "America/Toronto"), Map.entry("montreal", "America/Toronto"));

	private static final Map<String, String> READ = new HashMap<>();

	private static final Map<String, String> NAMES = new LinkedHashMap<>();

	static {
		List<String> all = ZoneId.getAvailableZoneIds()
			.stream()
			.filter(REGIONAL.asMatchPredicate())
			.sorted(Comparator.comparing((String id) -> id.split("/").length).thenComparing(Comparator.naturalOrder()))
			.toList();
		READ.putAll(OTHER_NAMES);
		all.forEach((id) -> READ.put(folded(id), id));
		all.forEach((id) -> READ.putIfAbsent(folded(city(id)), id));
		NAMES.put(UK, "UK time");
		all.forEach((id) -> NAMES.putIfAbsent(id, id.equals(read(city(id))) ? city(id) + " time" : id));
	}

	private Zones() {
	}

	/** Every zone that can be stored, with a name that {@link #read} understands. */
	public static Map<String, String> all() {
		return Collections.unmodifiableMap(NAMES);
	}

	/** What people call a zone: {@code UK time}, or {@code Adelaide time}. */
	public static String name(ZoneId zone) {
		return zone.getId().equals(UK) ? "UK time" : city(zone.getId()) + " time";
	}

	/** Whether this names a zone that can be stored. */
	public static boolean isKnown(@Nullable String id) {
		return id != null && NAMES.containsKey(id);
	}

	/**
	 * The zone that someone means.
	 * @return its name in the IANA time zone database, or what was typed if none
	 */
	public static @Nullable String read(@Nullable String typed) {
		return (typed != null) ? READ.getOrDefault(folded(typed), typed) : null;
	}

	private static String city(String id) {
		return id.substring(id.lastIndexOf('/') + 1).replace('_', ' ');
	}

	/** Letters only, since people write "New York", "new_york" and "New York time". */
	private static String folded(String name) {
		return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\d+]", "").replaceAll("(?<=.)time$", "");
	}

}
