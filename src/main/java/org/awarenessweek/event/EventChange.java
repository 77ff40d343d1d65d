package org.awarenessweek.event;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.awarenessweek.event.content.EventContent;
import org.awarenessweek.event.content.EventDetails;
import org.awarenessweek.event.content.EventTime;
import org.awarenessweek.event.content.Organiser;
import org.awarenessweek.event.content.Place;

/**
 * How an organiser wants an event on the calendar to be. Visitors see the event as it was
 * until the team accepts it. There is one for an event: the latest.
 */
@Entity
public class EventChange {

	@Id
	private UUID eventId;

	@Embedded
	private EventDetails details;

	@Embedded
	private EventTime time;

	@Embedded
	private Place place;

	@Embedded
	private Organiser organiser;

	private boolean atAnotherTime;

	private Instant proposedAt;

	/** For JPA alone. */
	@SuppressWarnings("NullAway.Init")
	protected EventChange() {
	}

	EventChange(Event event, EventContent wanted, Instant now) {
		this.eventId = event.id();
		this.details = wanted.details();
		this.time = wanted.time();
		this.place = wanted.place();
		this.organiser = wanted.organiser();
		this.atAnotherTime = !wanted.time().equals(event.time());
		this.proposedAt = now;
	}

	UUID eventId() {
		return this.eventId;
	}

	/**
	 * All that would be said of the event. The links to watch it and the contact are as
	 * they are now.
	 */
	public EventContent content(Event event) {
		return new EventContent(this.details.withLinks(event.details().liveLink(), event.details().recordingLink()),
				this.time, this.place,
				new Organiser(this.organiser.name(), this.organiser.organisation(), event.organiser().contact()));
	}

	/**
	 * Whether the event would take place at another time than it did when this was sent.
	 */
	boolean isAtAnotherTime() {
		return this.atAnotherTime;
	}

	public Instant proposedAt() {
		return this.proposedAt;
	}

}
