package org.awarenessweek.event;

import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;

import org.awarenessweek.text.HomeZone;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Forgets, every night, what we have no reason to keep any longer. */
@Service
class EventRetention {

	/**
	 * How long we keep an organiser's contact after the week and after the event was
	 * sent.
	 */
	static final Period CONTACT_KEPT = Period.ofMonths(6);

	private static final Logger LOG = LoggerFactory.getLogger(EventRetention.class);

	private final Events events;

	private final EventChanges changes;

	private final Clock clock;

	EventRetention(Events events, EventChanges changes, Clock clock) {
		this.events = events;
		this.changes = changes;
		this.clock = clock;
	}

	/** Deletes events that nobody confirmed in time. */
	@Transactional
	@Scheduled(cron = "0 10 3 * * *", zone = "Europe/London")
	public void deleteUnconfirmed() {
		int deleted = this.events.deleteUnconfirmed(this.clock.instant().minus(EventConfirmation.TIME));
		LOG.info("Deleted {} events that were not confirmed", deleted);
	}

	/** Erases contacts once both their week and their submission are long past. */
	@Transactional
	@Scheduled(cron = "0 20 3 * * *", zone = "Europe/London")
	public void eraseContacts() {
		LocalDate today = LocalDate.ofInstant(this.clock.instant(), HomeZone.get());
		LocalDate day = today.minus(CONTACT_KEPT);
		List<Event> events = this.events.withContactOfWeeksBefore(day, day.atStartOfDay(HomeZone.get()).toInstant());
		events.forEach((event) -> {
			this.changes.deleteById(event.id());
			event.eraseContact();
		});
		LOG.info("Erased the contacts of {} events", events.size());
	}

}
