package org.awarenessweek.calendar;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

import org.awarenessweek.edition.Edition;
import org.awarenessweek.mail.EmailAddress;
import org.awarenessweek.site.NotFound;
import org.awarenessweek.site.PlainEnglish;
import org.awarenessweek.site.StaleForm;
import org.awarenessweek.team.TeamRecords;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the team does with events. Each deed is recorded, and refused as stale when the
 * event has changed since the member saw it; what changes for visitors is mailed to the
 * organiser.
 */
@Service
class EventModeration {

	private final Events events;

	private final EventSubmission submission;

	private final TeamRecords records;

	private final EventMails mails;

	private final EventWords words;

	private final Clock clock;

	EventModeration(Events events, EventSubmission submission, TeamRecords records, EventMails mails, EventWords words,
			Clock clock) {
		this.events = events;
		this.submission = submission;
		this.records = records;
		this.mails = mails;
		this.words = words;
		this.clock = clock;
	}

	/** Confirms an event for an organiser whom no email reached. */
	@Transactional
	public void confirm(UUID id, int seen, String by) {
		Event event = seen(id, seen);
		if (event.status() != EventStatus.UNCONFIRMED) {
			throw new StaleForm();
		}
		event.confirm();
		record(event, by, "confirmed %s for its organiser");
	}

	/**
	 * Puts an event on the calendar, for the first time or again after it was postponed.
	 */
	@Transactional
	public void publish(UUID id, int seen, String by) {
		Event event = move(id, seen, EventStatus.PUBLISHED, (moved) -> moved.publish(this.clock.instant()));
		record(event, by, "put %s on the calendar");
		this.mails.published(event);
	}

	/**
	 * Declines what waits.
	 * @param reason what the organiser is told, word for word
	 */
	@Transactional
	public void decline(UUID id, int seen, String reason, String by) {
		Event event = move(id, seen, EventStatus.DECLINED, Event::decline);
		record(event, by, "declined %s", reason);
		this.mails.declined(event, reason, this.submission.tokenToSendAgain(event));
	}

	/**
	 * Says on the calendar that an event takes place at another time.
	 * @param reason what the organiser is told, word for word
	 */
	@Transactional
	public void postpone(UUID id, int seen, @Nullable String reason, String by) {
		Event event = move(id, seen, EventStatus.POSTPONED, (moved) -> moved.postpone(this.clock.instant()));
		record(event, by, "postponed %s", reason);
		this.mails.postponed(event, reason);
	}

	/**
	 * Says on the calendar, for good, that an event does not take place.
	 * @param reason what the organiser is told, word for word
	 */
	@Transactional
	public void cancel(UUID id, int seen, @Nullable String reason, String by) {
		Event event = move(id, seen, EventStatus.CANCELLED, (moved) -> moved.cancel(this.clock.instant()));
		record(event, by, "cancelled %s", reason);
		this.mails.cancelled(event, reason);
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
		Map<String, String> before = this.words.of(event);
		event.addRecording(link, this.clock.instant());
		record(event, by, "added the recording of %s");
		this.mails.changed(event, this.words.changes(before, event));
	}

	/**
	 * Says everything about an event anew, its address too. Where it is another contact's
	 * from now on, the links that the first one got open it no longer, and the other one
	 * is asked to confirm what is not confirmed.
	 */
	@Transactional
	public void edit(UUID id, int seen, EventForm form, String by) {
		Event event = seen(id, seen);
		Map<String, String> before = this.words.of(event);
		EmailAddress contact = event.organiser().contact();
		event.describe(form.details(form.live(), form.recording()), form.time(event.edition()), form.place(),
				form.organiser(), this.clock.instant());
		if (form.slug() != null && !form.slug().equals(event.slug())) {
			event.moveTo(form.slug(), this.clock.instant());
		}
		if (contact != null && !contact.equals(event.organiser().contact())) {
			this.submission.forgetLinks(event);
			event.asked(false);
		}
		record(event, by, "edited %s");
		this.mails.changed(event, this.words.changes(before, event));
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
			record(event, by, "put %s on the calendar");
			this.mails.published(event);
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
		record(event, by, what, null);
	}

	/** The same with the reason that was given, if there was one. */
	private void record(Event event, String by, String what, @Nullable String reason) {
		String done = what.formatted("“" + PlainEnglish.isolated(event.title()) + "”");
		this.records.add(by, event.id(), (reason != null) ? done + ": " + reason : done);
	}

}
