package org.awarenessweek.event;

/** The stages of an event; {@link #mayBecome} lists every possible step. */
public enum EventStatus {

	/** Sent, but the organiser has not yet confirmed the address. */
	UNCONFIRMED,
	/** Confirmed, and in the team's queue. */
	WAITING,
	/** On the calendar. */
	PUBLISHED,
	/** Not on the calendar, for a reason that the organiser was told. */
	DECLINED,
	/** On the calendar, to take place at another time. */
	POSTPONED,
	/** On the calendar, saying that it does not take place. */
	CANCELLED;

	/** Whether an event may go from this status straight to the other. */
	public boolean mayBecome(EventStatus next) {
		return switch (this) {
			case UNCONFIRMED, DECLINED -> next == WAITING;
			case WAITING -> next == PUBLISHED || next == DECLINED;
			case PUBLISHED -> next == POSTPONED || next == CANCELLED;
			case POSTPONED -> next == PUBLISHED || next == CANCELLED;
			case CANCELLED -> false;
		};
	}

	/** Whether visitors see the event: once they have, they always will. */
	public boolean isPublic() {
		return switch (this) {
			case PUBLISHED, POSTPONED, CANCELLED -> true;
			case UNCONFIRMED, WAITING, DECLINED -> false;
		};
	}

}
