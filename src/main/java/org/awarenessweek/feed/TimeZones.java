package org.awarenessweek.feed;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayDeque;
import java.util.Deque;

import net.fortuna.ical4j.model.ComponentList;
import net.fortuna.ical4j.model.PropertyList;
import net.fortuna.ical4j.model.component.Daylight;
import net.fortuna.ical4j.model.component.Observance;
import net.fortuna.ical4j.model.component.Standard;
import net.fortuna.ical4j.model.component.VTimeZone;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.TzId;
import net.fortuna.ical4j.model.property.TzOffsetFrom;
import net.fortuna.ical4j.model.property.TzOffsetTo;

/**
 * Defines a time zone in a calendar file: its offsets from the file's first event to the
 * last, without history. They come from Java's own rules, so that clients read the times
 * exactly as the site shows them.
 */
final class TimeZones {

	/** Stands for "always", if the clocks last changed before then. */
	private static final LocalDateTime LONG_AGO = LocalDateTime.of(1970, 1, 1, 0, 0);

	private TimeZones() {
	}

	/**
	 * The zone with the observances in force between two moments. If those are only
	 * summer time, the standard time before is added, because Outlook treats a zone
	 * without standard time as UTC.
	 */
	static VTimeZone between(Instant first, Instant last, ZoneId zone) {
		ZoneRules rules = zone.getRules();
		Deque<ZoneOffsetTransition> changes = changes(rules, first, last);
		ComponentList<Observance> observances = new ComponentList<>();
		if (changes.isEmpty() || changes.getFirst().getInstant().isAfter(first)) {
			ZoneOffset offset = rules.getOffset(first);
			observances = plus(observances, LONG_AGO, offset, offset, rules.isDaylightSavings(first));
		}
		for (ZoneOffsetTransition change : changes) {
			observances = plus(observances, change.getDateTimeBefore(), change.getOffsetBefore(),
					change.getOffsetAfter(), rules.isDaylightSavings(change.getInstant()));
		}
		return new VTimeZone(new PropertyList().add(new TzId(zone.getId())), observances);
	}

	/** The clock changes that determine the time between two moments. */
	private static Deque<ZoneOffsetTransition> changes(ZoneRules rules, Instant first, Instant last) {
		Deque<ZoneOffsetTransition> changes = new ArrayDeque<>();
		ZoneOffsetTransition change = rules.nextTransition(first);
		while (change != null && !change.getInstant().isAfter(last)) {
			changes.addLast(change);
			change = rules.nextTransition(change.getInstant());
		}
		change = rules.previousTransition(first.plusNanos(1));
		boolean standard = changes.stream().anyMatch((later) -> !rules.isDaylightSavings(later.getInstant()));
		boolean enough = false;
		while (!enough && change != null && !change.getDateTimeBefore().isBefore(LONG_AGO)) {
			changes.addFirst(change);
			standard |= !rules.isDaylightSavings(change.getInstant());
			enough = standard;
			change = rules.previousTransition(change.getInstant());
		}
		return changes;
	}

	private static ComponentList<Observance> plus(ComponentList<Observance> observances, LocalDateTime onset,
			ZoneOffset from, ZoneOffset to, boolean daylight) {
		PropertyList properties = new PropertyList().add(new DtStart<>(onset))
			.add(new TzOffsetFrom(from))
			.add(new TzOffsetTo(to));
		return observances.add(daylight ? new Daylight(properties) : new Standard(properties));
	}

}
