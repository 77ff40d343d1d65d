package org.awarenessweek.event;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.awarenessweek.edition.Edition;
import org.awarenessweek.event.content.EventContent;
import org.awarenessweek.event.content.EventTime;
import org.awarenessweek.event.content.EventTime.Phase;
import org.awarenessweek.mail.EmailAddress;
import org.awarenessweek.site.NotFound;
import org.awarenessweek.site.PlainEnglish;
import org.awarenessweek.site.StaleForm;
import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What organisers do with their events, once they have shown that the address is theirs.
 * What visitors must know at once takes effect at once, and the team is told; anything
 * else about an event on the calendar waits until the team accepts it. An action is
 * refused as stale if the event has changed since its organiser saw it.
 */
@Service
public class EventCare {

	/** In the team's records. */
	private static final String BY = "its organiser";

	private final Events events;

	private final EventChanges changes;

	private final EventRecords records;

	private final ReviewNotice notice;

	private final Clock clock;

	EventCare(Events events, EventChanges changes, EventRecords records, ReviewNotice notice, Clock clock) {
		this.events = events;
		this.changes = changes;
		this.records = records;
		this.notice = notice;
		this.clock = clock;
	}

	/** Whether a mailbox has any event. */
	@Transactional(readOnly = true)
	public boolean hasAny(EmailAddress owner) {
		return this.events.existsOf(owner.mailbox());
	}

	/** All events of one mailbox, those that were sent last first. */
	@Transactional(readOnly = true)
	public List<Event> all(EmailAddress owner) {
		return this.events.of(owner.mailbox(), Limit.of(500));
	}

	/** One of them. */
	@Transactional(readOnly = true)
	public Optional<Event> one(EmailAddress owner, UUID id) {
		return this.events.findById(id).filter((event) -> event.isOf(owner));
	}

	/** What the owner wants to change in an event on the calendar. */
	@Transactional(readOnly = true)
	public Optional<EventChange> wanted(Event event) {
		return this.changes.findById(event.id());
	}

	/** Sends an event to the team; repeating it changes nothing. */
	@Transactional
	public void confirm(EmailAddress owner, UUID id, int seen) {
		Event event = own(owner, id);
		if (event.status() == EventStatus.UNCONFIRMED) {
			StaleForm.throwIfStale(seen, event.version());
			event.confirm();
			this.notice.tell();
		}
	}

	/** Says on the calendar, for good, that an event does not take place. */
	@Transactional
	public void cancel(EmailAddress owner, UUID id, int seen, @Nullable String reason) {
		Event event = onCalendar(owner, id, seen, EventStatus.CANCELLED);
		event.cancel(this.clock.instant());
		this.changes.deleteById(id);
		did(event, "cancelled %s", reason);
	}

	/** Says on the calendar that an event takes place at another time. */
	@Transactional
	public void postpone(EmailAddress owner, UUID id, int seen, @Nullable String reason) {
		Event event = onCalendar(owner, id, seen, EventStatus.POSTPONED);
		event.postpone(this.clock.instant());
		did(event, "postponed %s", reason);
	}

	/** Marks an event as full, or takes the mark off. */
	@Transactional
	public void markFull(EmailAddress owner, UUID id, int seen, boolean full) {
		Event event = onCalendar(owner, id, seen);
		event.markFull(full, this.clock.instant());
		did(event, full ? "marked %s as full" : "took off the mark that %s is full", null);
	}

	/** Replaces the links to watch an event live and later. */
	@Transactional
	public void addLinks(EmailAddress owner, UUID id, int seen, @Nullable String live, @Nullable String recording) {
		Event event = onCalendar(owner, id, seen);
		event.addLinks(live, recording, this.clock.instant());
		did(event, "changed the links to watch %s", null);
	}

	/** The others of an event's series that are still to take place. */
	@Transactional(readOnly = true)
	public List<Event> othersToCome(Event event) {
		Instant now = this.clock.instant();
		return (event.series() == null) ? List.of()
				: this.events.ofSeries(event.series())
					.stream()
					.filter((one) -> !one.id().equals(event.id()) && one.status() != EventStatus.CANCELLED)
					.filter((one) -> one.isOf(event.organiser().contact()) && one.time().phase(now) != Phase.OVER)
					.toList();
	}

	/**
	 * Changes what an event says. One on the calendar stays as it is until the team
	 * accepts the change; a declined one goes back to the team.
	 * @param all whether all that are still to come of its series say the same: each on
	 * its own day, at the new hours if it had the same hours as this one
	 */
	@Transactional
	public void change(EmailAddress owner, UUID id, int seen, EventContent wanted, boolean all) {
		Event event = seen(owner, id, seen);
		EventTime before = event.time();
		List<Event> others = all ? othersToCome(event) : List.of();
		change(event, wanted);
		others.stream()
			.flatMap((other) -> this.events.findForChange(other.id()).stream())
			.forEach((other) -> change(other, new EventContent(wanted.details(),
					other.time().withHours(before, wanted.time()), wanted.place(), wanted.organiser())));
	}

	private void change(Event event, EventContent wanted) {
		EventContent kept = event.content();
		EventContent content = new EventContent(
				wanted.details().withLinks(kept.details().liveLink(), kept.details().recordingLink()), wanted.time(),
				wanted.place(), wanted.organiser());
		switch (event.status()) {
			case UNCONFIRMED, WAITING -> event.describe(content, this.clock.instant());
			case DECLINED -> {
				event.sendAgain(content, this.clock.instant());
				this.notice.tell();
			}
			case PUBLISHED, POSTPONED -> {
				if (content.equals(kept)) {
					takeBackChange(event);
					return;
				}
				this.changes.save(new EventChange(event, content, this.clock.instant()));
				did(event, "asked to change %s", null);
			}
			case CANCELLED -> throw new StaleForm();
		}
	}

	/** Leaves an event as the calendar shows it; repeating it changes nothing. */
	@Transactional
	public void takeBackChange(EmailAddress owner, UUID id) {
		takeBackChange(own(owner, id));
	}

	private void takeBackChange(Event event) {
		if (this.changes.existsById(event.id())) {
			this.changes.deleteById(event.id());
			event.changedByOrganiser();
			this.records.add(event, BY, "took back the change of %s");
		}
	}

	/**
	 * Sends a new event to the team, confirmed already. The same one is sent once,
	 * however often the form is.
	 * @return its id
	 */
	@Transactional
	public UUID copy(EmailAddress owner, EventContent content, Edition edition) {
		String key = EventSubmission.key(owner, content);
		return this.events.findBySubmissionKey(key).map(Event::id).orElseGet(() -> {
			UUID id = UUID.randomUUID();
			Event event = new Event(id, edition, this.events.freeSlug(content.title(), id), content,
					this.clock.instant());
			event.submitted(key, this.clock.instant());
			event.confirm();
			this.events.save(event);
			this.notice.tell();
			return id;
		});
	}

	/** Deletes an event that visitors have never seen. */
	@Transactional
	public void delete(EmailAddress owner, UUID id, int seen) {
		Event event = seen(owner, id, seen);
		if (event.status().isPublic()) {
			throw new StaleForm();
		}
		this.events.delete(event);
	}

	/** Forgets an event's contact; its organiser can look after it no more. */
	@Transactional
	public void forget(EmailAddress owner, UUID id, int seen) {
		Event event = seen(owner, id, seen);
		if (!event.status().isPublic()) {
			throw new StaleForm();
		}
		this.changes.deleteById(id);
		event.eraseContact();
		did(event, "took the address out of %s", null);
	}

	private void did(Event event, String what, @Nullable String reason) {
		event.changedByOrganiser();
		this.records.add(event, BY, what, reason);
		this.notice.tell(event, what.formatted("“" + PlainEnglish.isolated(event.title()) + "”"), reason);
	}

	private Event onCalendar(EmailAddress owner, UUID id, int seen, EventStatus next) {
		Event event = seen(owner, id, seen);
		if (!event.status().mayBecome(next)) {
			throw new StaleForm();
		}
		return event;
	}

	private Event onCalendar(EmailAddress owner, UUID id, int seen) {
		Event event = seen(owner, id, seen);
		if (!event.status().isPublic()) {
			throw new StaleForm();
		}
		return event;
	}

	private Event seen(EmailAddress owner, UUID id, int seen) {
		Event event = own(owner, id);
		StaleForm.throwIfStale(seen, event.version());
		return event;
	}

	private Event own(EmailAddress owner, UUID id) {
		return this.events.findForChange(id).filter((event) -> event.isOf(owner)).orElseThrow(NotFound::new);
	}

}
