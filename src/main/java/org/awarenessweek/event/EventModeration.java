package org.awarenessweek.event;

import org.awarenessweek.event.content.EventContent;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;

import org.awarenessweek.edition.Edition;
import org.awarenessweek.mail.EmailAddress;
import org.awarenessweek.site.NotFound;
import org.awarenessweek.site.StaleForm;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the team does with events. Each action is recorded, and refused as stale if the
 * event has changed since the member saw it. The organiser is emailed about what changes
 * for visitors.
 */
@Service
public class EventModeration {

	private final Events events;

	private final EventChanges changes;

	private final EventRecords records;

	private final EventMails mails;

	private final Clock clock;

	EventModeration(Events events, EventChanges changes, EventRecords records, EventMails mails, Clock clock) {
		this.events = events;
		this.changes = changes;
		this.records = records;
		this.mails = mails;
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
		this.records.add(event, by, "confirmed %s for its organiser");
	}

	/**
	 * Puts an event on the calendar, for the first time or again after it was postponed.
	 */
	@Transactional
	public void publish(UUID id, int seen, String by) {
		Event event = move(id, seen, EventStatus.PUBLISHED, (moved) -> moved.publish(this.clock.instant()));
		this.records.add(event, by, "put %s on the calendar");
		this.mails.published(List.of(event));
	}

	/**
	 * Puts waiting events of one series on the calendar together, and tells their
	 * organiser once.
	 * @param id one of the series
	 * @param seen the ids of the chosen events, each with the version that the member saw
	 */
	@Transactional
	public void publishSeries(UUID id, Map<UUID, Integer> seen, String by) {
		List<Event> chosen = this.events.findById(id)
			.map(Event::series)
			.map((series) -> this.events.findOfSeriesForChange(series, seen.keySet()))
			.orElseThrow(NotFound::new);
		if (chosen.size() != seen.size()) {
			throw new StaleForm();
		}
		chosen.forEach((event) -> {
			StaleForm.throwIfStale(Objects.requireNonNull(seen.get(event.id())), event.version());
			if (event.status() != EventStatus.WAITING) {
				throw new StaleForm();
			}
			event.publish(this.clock.instant());
			this.records.add(event, by, "put %s on the calendar, for " + event.time().words());
		});
		this.mails.published(chosen);
	}

	/**
	 * Declines a waiting event.
	 * @param reason what the organiser is told, word for word
	 */
	@Transactional
	public void decline(UUID id, int seen, String reason, String by) {
		Event event = move(id, seen, EventStatus.DECLINED, Event::decline);
		this.records.add(event, by, "declined %s", reason);
		this.mails.declined(event, reason);
	}

	/**
	 * Says on the calendar that an event takes place at another time.
	 * @param reason what the organiser is told, word for word
	 */
	@Transactional
	public void postpone(UUID id, int seen, @Nullable String reason, String by) {
		Event event = move(id, seen, EventStatus.POSTPONED, (moved) -> moved.postpone(this.clock.instant()));
		this.changes.findById(id).ifPresent(EventChange::isOvertaken);
		this.records.add(event, by, "postponed %s", reason);
		this.mails.postponed(event, reason);
	}

	/**
	 * Says on the calendar, for good, that an event does not take place.
	 * @param reason what the organiser is told, word for word
	 */
	@Transactional
	public void cancel(UUID id, int seen, @Nullable String reason, String by) {
		Event event = move(id, seen, EventStatus.CANCELLED, (moved) -> moved.cancel(this.clock.instant()));
		this.changes.deleteById(id);
		this.records.add(event, by, "cancelled %s", reason);
		this.mails.cancelled(event, reason);
	}

	/** Marks an event as full, or takes the mark off. */
	@Transactional
	public void markFull(UUID id, int seen, boolean full, String by) {
		Event event = onCalendar(id, seen);
		event.markFull(full, this.clock.instant());
		this.records.add(event, by, full ? "marked %s as full" : "took off the mark that %s is full");
	}

	/** Puts an event first on its day, or back in order. */
	@Transactional
	public void pin(UUID id, int seen, boolean pinned, String by) {
		Event event = onCalendar(id, seen);
		event.pin(pinned);
		this.records.add(event, by, pinned ? "pinned %s" : "unpinned %s");
	}

	/** Adds the link to an event's recording, and tells the organiser. */
	@Transactional
	public void addRecording(UUID id, int seen, String link, String by) {
		Event event = onCalendar(id, seen);
		Map<String, String> before = this.mails.words(event);
		event.addLinks(event.details().liveLink(), link, this.clock.instant());
		this.records.add(event, by, "added the recording of %s");
		this.mails.changed(event, before);
	}

	/**
	 * Replaces everything about an event, including its address. If the contact changes,
	 * the old contact's links stop working, and the new one is asked to confirm an
	 * unconfirmed event.
	 * @param slug the last part of its address; {@code null} leaves it as it is
	 */
	@Transactional
	public void edit(UUID id, int seen, EventContent content, @Nullable String slug, String by) {
		Event event = seen(id, seen);
		Map<String, String> before = this.mails.words(event);
		EventContent former = event.content();
		EmailAddress contact = former.organiser().contact();
		event.describe(content, this.clock.instant());
		this.changes.findById(id).ifPresent((change) -> change.follow(former, event));
		if (slug != null && !slug.equals(event.slug())) {
			event.moveTo(slug, this.clock.instant());
		}
		if (contact != null && !contact.equals(event.organiser().contact())) {
			this.mails.forgetLinks(event);
			this.changes.deleteById(id);
			boolean asked = event.organiser().contact() == null || event.status() != EventStatus.UNCONFIRMED;
			event.askAt(asked ? null : this.clock.instant());
		}
		this.records.add(event, by, "edited %s");
		this.mails.changed(event, before);
	}

	/**
	 * Enters an event that came by email.
	 * @param publish whether it goes on the calendar at once, without waiting for review
	 * @return its id
	 */
	@Transactional
	public UUID enter(EventContent content, Edition edition, boolean publish, String by) {
		UUID id = UUID.randomUUID();
		Event entered = new Event(id, edition, this.events.freeSlug(content.title(), id), content,
				this.clock.instant());
		entered.confirm();
		Event event = this.events.save(entered);
		this.records.add(event, by, "entered %s");
		if (publish) {
			event.publish(this.clock.instant());
			this.records.add(event, by, "put %s on the calendar");
			this.mails.published(List.of(event));
		}
		return id;
	}

	/**
	 * Puts what the organiser wants to change on the calendar; a new time for a postponed
	 * event publishes it again.
	 * @param all whether what was asked for at the same moment of others of its series is
	 * accepted, too
	 * @throws StaleForm if there is no such wish any more
	 */
	@Transactional
	public void accept(UUID id, int seen, boolean all, String by) {
		Event event = onCalendar(id, seen);
		EventChange change = this.changes.findOpen(id).orElseThrow(StaleForm::new);
		List<EventChange> others = all ? askedTogether(event, change) : List.of();
		accept(event, change, by);
		others.forEach((other) -> this.events.findForChange(other.eventId())
			.filter((one) -> one.status().isPublic())
			.ifPresent((one) -> accept(one, other, by)));
		this.mails.accepted(event);
	}

	/** What was asked for at the same moment of others of an event's series. */
	@Transactional(readOnly = true)
	public List<EventChange> askedTogether(Event event, EventChange change) {
		return (event.series() == null) ? List.of()
				: this.changes.together(event.series(), change.proposedAt(), event.id());
	}

	private void accept(Event event, EventChange change, String by) {
		event.describe(change.content(event), this.clock.instant());
		if (event.status() == EventStatus.POSTPONED && change.isAtAnotherTime()) {
			event.publish(this.clock.instant());
		}
		event.seenByTeam();
		this.changes.delete(change);
		this.records.add(event, by, "accepted the organiser’s change of %s");
	}

	/**
	 * Leaves an event as it is, keeps the wish for its organiser, and tells the organiser
	 * why.
	 * @param reason what the organiser is told, word for word
	 * @throws StaleForm if there is no such wish any more
	 */
	@Transactional
	public void refuse(UUID id, int seen, String reason, String by) {
		Event event = onCalendar(id, seen);
		this.changes.findOpen(id).orElseThrow(StaleForm::new).refuse(reason);
		event.seenByTeam();
		this.records.add(event, by, "did not accept the organiser’s change of %s", reason);
		this.mails.refused(event, reason);
	}

	/** Notes that a member has seen what the organiser did. */
	@Transactional
	public void see(UUID id, int seen, String by) {
		Event event = seen(id, seen);
		if (this.changes.findOpen(id).isPresent()) {
			throw new StaleForm();
		}
		event.seenByTeam();
		this.records.add(event, by, "saw what the organiser of %s changed");
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
		Event event = this.events.findForChange(id).orElseThrow(NotFound::new);
		StaleForm.throwIfStale(seen, event.version());
		return event;
	}

}
