package org.awarenessweek.text;

import java.time.ZoneId;

import org.jspecify.annotations.Nullable;

/**
 * The time zone of the week's own clocks, whatever the server's is. Every page, email and
 * document of the site shows times in it unless it names another. UK time until the team
 * chooses another zone.
 */
public final class HomeZone {

	private static final ZoneId UK = ZoneId.of("Europe/London");

	/** One process is one site, and values that only hold a time ask for it too. */
	private static volatile ZoneId zone = UK;

	private HomeZone() {
	}

	/** The zone. */
	public static ZoneId get() {
		return zone;
	}

	/** What people call it: {@code UK time}. */
	public static String words() {
		return Zones.name(zone);
	}

	/**
	 * Shows times in another zone from now on.
	 * @param chosen the zone, or null for UK time
	 */
	public static void use(@Nullable ZoneId chosen) {
		zone = (chosen != null) ? chosen : UK;
	}

}
