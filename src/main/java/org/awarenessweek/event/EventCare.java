package org.awarenessweek.event;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import org.awarenessweek.edition.Edition;
import org.awarenessweek.event.content.EventContent;
import org.awarenessweek.event.content.EventTime;
import org.awarenessweek.event.content.EventTime.Phase;
import org.awarenessweek.mail.EmailAddress;
import org.awarenessweek.site.NotFound;
import org.awarenessweek.site.PlainEnglish;
import org.awarenessweek.site.StaleForm;
import org.awarenessweek.work.RetryOnConflict;
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

	/** How long a button that is pressed again is pressed twice. */
	private static final Duration A_MOMENT = Duration.ofMinutes(10);

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

	/**
	 * Says on the calendar, for good, that an event does not take place; repeating it
	 * changes nothing.
	 * @param others of its series that do not either
	 */
	@Transactional
	public void cancel(EmailAddress owner, UUID id, int seen, @Nullable String reason, List<Event> others) {
		Event chosen = own(owner, id);
		if (chosen.status() != EventStatus.CANCELLED) {
			List<Event> all = together(owner, chosen, seen, others, EventStatus.CANCELLED);
			all.forEach((event) -> {
				event.cancel(this.clock.instant());
				this.changes.deleteById(event.id());
			});
			did(all, "cancelled %s", reason);
		}
	}

	/**
	 * Says on the calendar that an event takes place at another time; repeating it
	 * changes nothing.
	 * @param others of its series that do, too
	 */
	@Transactional
	public void postpone(EmailAddress owner, UUID id, int seen, @Nullable String reason, List<Event> others) {
		Event chosen = own(owner, id);
		if (chosen.status() != EventStatus.POSTPONED) {
			List<Event> all = together(owner, chosen, seen, others, EventStatus.POSTPONED);
			all.forEach((event) -> {
				event.postpone(this.clock.instant());
				this.changes.findById(event.id()).ifPresent(EventChange::isOvertaken);
			});
			did(all, "postponed %s", reason);
		}
	}

	private List<Event> together(EmailAddress owner, Event chosen, int seen, List<Event> others, EventStatus next) {
		StaleForm.throwIfStale(seen, chosen.version());
		if (!chosen.status().mayBecome(next)) {
			throw new StaleForm();
		}
		return Stream.concat(Stream.of(chosen), own(owner, others).filter((event) -> event.status().mayBecome(next)))
			.toList();
	}

	/** Those that are still the owner's, locked. */
	private Stream<Event> own(EmailAddress owner, List<Event> others) {
		return others.stream()
			.flatMap((other) -> this.events.findForChange(other.id()).stream())
			.filter((event) -> event.isOf(owner));
	}

	/** Marks an event as full, or takes the mark off; repeating it changes nothing. */
	@Transactional
	public void markFull(EmailAddress owner, UUID id, int seen, boolean full) {
		if (own(owner, id).isFull() != full) {
			Event event = onCalendar(owner, id, seen);
			event.markFull(full, this.clock.instant());
			did(List.of(event), full ? "marked %s as full" : "cleared the mark that %s is full", null);
		}
	}

	/** Replaces the links to watch an event live and later. */
	@Transactional
	public void addLinks(EmailAddress owner, UUID id, int seen, @Nullable String live, @Nullable String recording) {
		Event event = onCalendar(owner, id, seen);
		event.addLinks(live, recording, this.clock.instant());
		did(List.of(event), "changed the links to watch %s", null);
	}

	/** The owner's others of an event's series, in order of time. */
	@Transactional(readOnly = true)
	public List<Event> others(Event event) {
		return (event.series() == null) ? List.of()
				: this.events.ofSeries(event.series())
					.stream()
					.filter((one) -> !one.id().equals(event.id()) && one.isOf(event.organiser().contact()))
					.toList();
	}

	/**
	 * Those of them that are still to take place.
	 * @param now the moment that visitors see
	 */
	@Transactional(readOnly = true)
	public List<Event> othersToCome(Event event, Instant now) {
		return others(event).stream()
			.filter((one) -> one.status() != EventStatus.CANCELLED && one.status() != EventStatus.DECLINED)
			.filter((one) -> one.time().phase(now) != Phase.OVER)
			.toList();
	}

	/**
	 * Changes what an event says. One on the calendar stays as it is until the team
	 * accepts the change; a declined one goes back to the team.
	 * @param others of its series that get what is changed, too: each on its own day, at
	 * the new hours if it had the same hours as this one
	 */
	@Transactional
	public void change(EmailAddress owner, UUID id, int seen, EventContent wanted, List<Event> others) {
		Instant now = this.clock.instant();
		Event event = seen(owner, id, seen);
		EventContent before = said(event);
		EventContent after = wanted.withLinks(before.details());
		change(event, after, now);
		own(owner, others).forEach((other) -> {
			EventContent said = said(other);
			EventTime time = said.time().withHours(before.time(), after.time());
			change(other, said.withChanges(before, after).at(time), now);
		});
		if (this.changes.findOpen(id).isPresent()) {
			this.notice.tell(event, named(event, "asked to change %s"), null, false);
		}
	}

	/** What an event says, or is to say if the team accepts it. */
	private EventContent said(Event event) {
		return this.changes.findOpen(event.id()).map((change) -> change.content(event)).orElseGet(event::content);
	}

	private void change(Event event, EventContent wanted, Instant now) {
		EventContent content = wanted.withLinks(event.details());
		switch (event.status()) {
			case UNCONFIRMED, WAITING -> event.describe(content, now);
			case DECLINED -> {
				event.sendAgain(content, now);
				this.notice.tell();
			}
			case PUBLISHED, POSTPONED -> {
				if (content.equals(event.content())) {
					takeBackChange(event);
					return;
				}
				this.changes.save(new EventChange(event, content, now));
				event.changedByOrganiser();
				this.records.add(event, BY, "asked to change %s");
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
	 * @return its id, or empty if the owner has one with this title at this time for
	 * longer than it takes to press a button twice
	 */
	@RetryOnConflict
	@Transactional
	public Optional<UUID> copy(EmailAddress owner, EventContent content, Edition edition) {
		Instant now = this.clock.instant();
		Optional<Event> same = all(owner).stream()
			.filter((event) -> event.status() != EventStatus.CANCELLED && event.isAs(content))
			.findFirst();
		if (same.isPresent()) {
			return same.filter((event) -> event.submittedAt().isAfter(now.minus(A_MOMENT))).map(Event::id);
		}
		UUID id = UUID.randomUUID();
		String key = EventSubmission.key(owner, content);
		Event event = new Event(id, edition, this.events.freeSlug(content.title(), id), content, now);
		if (this.events.findBySubmissionKey(key).isEmpty()) {
			event.submitted(key, now);
		}
		event.confirm();
		this.events.save(event);
		this.notice.tell();
		return Optional.of(id);
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
		did(List.of(event), "removed the contact of %s", null);
	}

	/**
	 * Records what was done with events of one series, and tells the team once: that one
	 * does not take place as planned, it must know at once.
	 */
	private void did(List<Event> events, String what, @Nullable String reason) {
		events.forEach((event) -> {
			event.changedByOrganiser();
			this.records.add(event, BY, what, reason);
		});
		Event first = events.getFirst();
		String more = (events.size() == 1) ? ""
				: ", and " + PlainEnglish.count(events.size() - 1L, "other", "others") + " of its series";
		boolean off = first.status() != EventStatus.PUBLISHED;
		this.notice.tell(first, named(first, what) + more, reason, off);
	}

	private static String named(Event event, String what) {
		return what.formatted("“" + PlainEnglish.isolated(event.title()) + "”");
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
