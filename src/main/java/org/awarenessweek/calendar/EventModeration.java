package org.awarenessweek.calendar;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

import org.awarenessweek.edition.Edition;
import org.awarenessweek.mail.EmailAddress;
import org.awarenessweek.mail.Outbox;
import org.awarenessweek.site.NotFound;
import org.awarenessweek.site.StaleForm;
import org.awarenessweek.team.TeamRecords;
import org.awarenessweek.team.TeamTask;
import org.awarenessweek.team.TeamTasks;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the team does with events. Each deed is recorded, and refused as stale when the
 * event has changed since the member saw it; what changes for visitors is mailed to the
 * organiser.
 */
@Service
class EventModeration implements TeamTasks {

	private final Events events;

	private final EventSubmission submission;

	private final TeamRecords records;

	private final Outbox outbox;

	private final Clock clock;

	EventModeration(Events events, EventSubmission submission, TeamRecords records, Outbox outbox, Clock clock) {
		this.events = events;
		this.submission = submission;
		this.records = records;
		this.outbox = outbox;
		this.clock = clock;
	}

	@Override
	public List<TeamTask> waiting() {
		return List.of(new TeamTask("Events to review", "/team/events?status=WAITING",
				this.events.countByStatus(EventStatus.WAITING)));
	}

	/**
	 * Puts an event on the calendar, for the first time or again after it was postponed.
	 */
	@Transactional
	public void publish(UUID id, int seen, String by) {
		Event event = move(id, seen, EventStatus.PUBLISHED, (moved) -> moved.publish(this.clock.instant()));
		done(event, by, "put %s on the calendar", "event-published", Map.of());
	}

	/**
	 * Declines what waits.
	 * @param reason what the organiser is told, word for word
	 */
	@Transactional
	public void decline(UUID id, int seen, String reason, String by) {
		Event event = move(id, seen, EventStatus.DECLINED, Event::decline);
		done(event, by, "declined %s: " + reason.replace("%", "%%"), "event-declined",
				Map.of("reason", reason, "token", this.submission.tokenToSendAgain(event)));
	}

	/** Says on the calendar that an event takes place at another time. */
	@Transactional
	public void postpone(UUID id, int seen, String by) {
		done(move(id, seen, EventStatus.POSTPONED, (moved) -> moved.postpone(this.clock.instant())), by, "postponed %s",
				"event-postponed", Map.of());
	}

	/** Says on the calendar, for good, that an event does not take place. */
	@Transactional
	public void cancel(UUID id, int seen, String by) {
		done(move(id, seen, EventStatus.CANCELLED, (moved) -> moved.cancel(this.clock.instant())), by, "cancelled %s",
				"event-cancelled", Map.of());
	}

	/** Marks an event as full, or takes the mark off. */
	@Transactional
	public void markFull(UUID id, int seen, boolean full, String by) {
		Event event = onCalendar(id, seen);
		event.markFull(full, this.clock.instant());
		record(event, by, full ? "marked %s as full" : "took off the mark that %s is full");
	}

	/** Puts an event first on its day, or back in order. */
	@Transactional
	public void pin(UUID id, int seen, boolean pinned, String by) {
		Event event = onCalendar(id, seen);
		event.pin(pinned);
		record(event, by, pinned ? "pinned %s" : "unpinned %s");
	}

	/** Adds the link to an event's recording, and tells the organiser. */
	@Transactional
	public void addRecording(UUID id, int seen, String link, String by) {
		Event event = onCalendar(id, seen);
		event.addRecording(link, this.clock.instant());
		done(event, by, "added the recording of %s", "event-changed", Map.of());
	}

	/** Says everything about an event anew, its address too. */
	@Transactional
	public void edit(UUID id, int seen, EventForm form, String by) {
		Event event = seen(id, seen);
		event.describe(form.details(form.live(), form.recording()), form.time(event.edition()), form.place(),
				form.organiser(), this.clock.instant());
		if (form.slug() != null && !form.slug().equals(event.slug())) {
			event.moveTo(form.slug(), this.clock.instant());
		}
		done(event, by, "edited %s", "event-changed", Map.of());
	}

	/**
	 * Enters an event that came by e-mail.
	 * @param publish whether it goes on the calendar at once, without waiting for review
	 * @return its id
	 */
	@Transactional
	public UUID enter(EventForm form, Edition edition, boolean publish, String by) {
		UUID id = UUID.randomUUID();
		Event entered = form.event(id, edition, this.events.freeSlug(String.valueOf(form.title()), id),
				this.clock.instant());
		entered.confirm();
		Event event = this.events.save(entered);
		record(event, by, "entered %s");
		if (publish) {
			event.publish(this.clock.instant());
			done(event, by, "put %s on the calendar", "event-published", Map.of());
		}
		return id;
	}

	private Event move(UUID id, int seen, EventStatus next, Consumer<Event> step) {
		Event event = seen(id, seen);
		if (!event.status().mayBecome(next)) {
			throw new StaleForm();
		}
		step.accept(event);
		return event;
	}

	private Event onCalendar(UUID id, int seen) {
		Event event = seen(id, seen);
		if (!event.status().isPublic()) {
			throw new StaleForm();
		}
		return event;
	}

	private Event seen(UUID id, int seen) {
		Event event = this.events.reserve(id).orElseThrow(NotFound::new);
		StaleForm.refuse(seen, event.version());
		return event;
	}

	/** Records a deed whose words have a place for the title. */
	private void record(Event event, String by, String what) {
		this.records.add(by, event.id(), what.formatted("“" + event.title() + "”"));
	}

	private void done(Event event, String by, String what, String template, Map<String, Object> words) {
		record(event, by, what);
		EmailAddress contact = event.organiser().contact();
		if (contact != null) {
			Map<String, Object> model = new HashMap<>(words);
			model.put("event", event);
			this.outbox.add(contact, template, model);
		}
	}

}
