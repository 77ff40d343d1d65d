package org.awarenessweek.impact;

import java.util.List;

/**
 * What a week achieved, in figures.
 *
 * @param events how many took place
 * @param organisers how many organised them
 * @param recordings how many can be watched again
 * @param people how many people signed the pledge
 * @param organisations how many organisations did
 * @param deeds how many said what they did since
 * @param downloads how often files of the toolkit were fetched
 * @param days the events of each day
 * @param formats the events online, in person and both
 * @param countries the events of each nation or country
 */
public record ImpactFigures(long events, long organisers, long recordings, long people, long organisations, long deeds,
		long downloads, List<Group> days, List<Group> formats, List<Group> countries) {

	/** All pledges. */
	public long pledges() {
		return this.people + this.organisations;
	}

	/** How long the bar of a number is, in per cent of the longest of its groups. */
	public static long length(List<Group> groups, long number) {
		return Math.round(100.0 * number / groups.stream().mapToLong(Group::number).max().orElse(1));
	}

	/**
	 * Some of the events.
	 *
	 * @param name what they have in common
	 * @param number how many they are
	 */
	public record Group(String name, long number) {
	}

}
