package org.awarenessweek.team;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/**
 * One action of a team member. It is written once, in the action's own transaction, and
 * never changed.
 */
@Entity
public class TeamRecord {

	static final int LONGEST = 1000;

	@Id
	private UUID id;

	private Instant doneAt;

	private String doneBy;

	private UUID subjectId;

	private String what;

	@SuppressWarnings("NullAway.Init")
	protected TeamRecord() {
	}

	TeamRecord(String by, UUID subject, String what, Instant now) {
		this.id = UUID.randomUUID();
		this.doneAt = now;
		this.doneBy = by;
		this.subjectId = subject;
		this.what = (what.length() <= LONGEST) ? what : what.substring(0, LONGEST - 1) + "…";
	}

	/** When it was done. */
	public Instant doneAt() {
		return this.doneAt;
	}

	/** The email address of the member who did it. */
	public String doneBy() {
		return this.doneBy;
	}

	/** The id of the event, pledge, edition, notice, email or member concerned. */
	public UUID subjectId() {
		return this.subjectId;
	}

	/** What was done, in words. */
	public String what() {
		return this.what;
	}

}
