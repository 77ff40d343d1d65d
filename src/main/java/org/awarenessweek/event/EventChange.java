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
import org.awarenessweek.mail.EmailAddress;
import org.jspecify.annotations.Nullable;

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

	/** Why the team does not want it so. */
	private @Nullable String refusal;

	/** For JPA alone. */
	@SuppressWarnings("NullAway.Init")
	protected EventChange() {
	}

	@SuppressWarnings("NullAway.Init")
	EventChange(Event event, EventContent wanted, Instant now) {
		this.eventId = event.id();
		this.atAnotherTime = !wanted.time().equals(event.time());
		this.proposedAt = now;
		say(wanted);
	}

	private void say(EventContent wanted) {
		this.details = wanted.details();
		this.time = wanted.time();
		this.place = wanted.place();
		this.organiser = wanted.organiser();
	}

	/** Keeps what the organiser wants to change in an event that the team has edited. */
	void follow(EventContent before, Event edited) {
		say(edited.content().withChanges(before, content(edited)));
	}

	/** Whether the event would be looked after from this address. */
	boolean wouldBeOf(EmailAddress address) {
		EmailAddress contact = this.organiser.contact();
		return contact != null && contact.mailbox().equals(address.mailbox());
	}

	/** The event has been postponed since: its time is to be given anew. */
	void isOvertaken() {
		this.atAnotherTime = false;
	}

	/** The team leaves the event as it is. */
	void refuse(String reason) {
		this.refusal = reason;
	}

	/** Why the team did not accept it; {@code null} while it has not decided. */
	public @Nullable String refusal() {
		return this.refusal;
	}

	UUID eventId() {
		return this.eventId;
	}

	/**
	 * All that would be said of the event. The links to watch it and the contact are as
	 * they are now.
	 */
	public EventContent content(Event event) {
		return new EventContent(this.details, this.time, this.place,
				new Organiser(this.organiser.name(), this.organiser.organisation(), event.organiser().contact()))
			.withLinks(event.details());
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
