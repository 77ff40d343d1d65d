package org.awarenessweek.impact;

import java.util.Optional;

import org.awarenessweek.edition.AnnouncementEffect;
import org.awarenessweek.edition.Edition;
import org.awarenessweek.site.PlainEnglish;

import org.springframework.stereotype.Component;

/** Says what becomes of the calendar once the next edition is announced. */
@Component
class CalendarEffect implements AnnouncementEffect {

	private final EventNumbers events;

	CalendarEffect(EventNumbers events) {
		this.events = events;
	}

	@Override
	public Optional<String> of(Edition next, Edition current) {
		return Optional.of("The calendar begins with "
				+ PlainEnglish.count(this.events.countShown(next), "event", "events") + ". That of " + current.year()
				+ ", with " + PlainEnglish.count(this.events.countShown(current), "event", "events")
				+ ", moves to /editions/" + current.year() + "/calendar; the address of each event stays as it is.");
	}

}
