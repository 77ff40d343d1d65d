package org.awarenessweek.mine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import org.awarenessweek.event.Event;
import org.awarenessweek.event.EventStatus;
import org.awarenessweek.event.content.EventTime.Phase;

/**
 * One event of an organiser, or several that are one series.
 *
 * @param next the one that takes place next, or took place last
 * @param times how many there are
 */
record OwnEvents(Event next, int times) {

	/** Soonest first, what is over last. */
	static List<OwnEvents> of(Collection<Event> all, Instant now) {
		Comparator<Event> order = Comparator.<Event, Boolean>comparing((event) -> isOver(event, now))
			.thenComparing((event) -> event.time().startsAt(), Comparator.nullsLast(Comparator.naturalOrder()));
		Map<UUID, List<Event>> together = new LinkedHashMap<>();
		all.stream()
			.sorted(order)
			.forEach((event) -> together
				.computeIfAbsent(Objects.requireNonNullElse(event.series(), event.id()), (first) -> new ArrayList<>())
				.add(event));
		return together.values().stream().map((events) -> new OwnEvents(events.getFirst(), events.size())).toList();
	}

	private static boolean isOver(Event event, Instant now) {
		return event.status() == EventStatus.CANCELLED || event.time().phase(now) == Phase.OVER;
	}

}
