package org.awarenessweek.calendar;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

import org.awarenessweek.page.Moments;

import org.springframework.stereotype.Component;

/** When pages begin to say that an event starts soon, is on now, and is over. */
@Component
class EventMoments implements Moments {

	private final Events events;

	EventMoments(Events events) {
		this.events = events;
	}

	@Override
	public Stream<Instant> after(Instant now) {
		return Stream
			.of(this.events.startAfter(now.plus(Event.SOON)).map((start) -> start.minus(Event.SOON)),
					this.events.startAfter(now), this.events.endAfter(now))
			.flatMap(Optional::stream);
	}

}
