package org.awarenessweek.event.content;

/**
 * All that people say of an event.
 *
 * @param details what it is about, and who it is for
 * @param time when it takes place
 * @param place where, and how to take part
 * @param organiser who runs it
 */
public record EventContent(EventDetails details, EventTime time, Place place, Organiser organiser) {

	/**
	 * The same with what somebody changed elsewhere: what is equal in both of theirs
	 * stays as it is here.
	 * @param before what the other said
	 * @param now what the other says
	 */
	public EventContent withChanges(EventContent before, EventContent now) {
		return new EventContent(this.details.withChanges(before.details, now.details),
				EventDetails.chosen(this.time, before.time, now.time),
				EventDetails.chosen(this.place, before.place, now.place),
				EventDetails.chosen(this.organiser, before.organiser, now.organiser));
	}

	/** The same at another time. */
	public EventContent at(EventTime other) {
		return new EventContent(this.details, other, this.place, this.organiser);
	}

	/** The same with other links to watch it. */
	public EventContent withLinks(EventDetails those) {
		return new EventContent(this.details.withLinks(those.liveLink(), those.recordingLink()), this.time, this.place,
				this.organiser);
	}

	/** What it is called. */
	public String title() {
		return this.details.title();
	}

}
