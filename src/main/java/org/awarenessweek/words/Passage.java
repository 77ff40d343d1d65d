package org.awarenessweek.words;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/**
 * One version of a text. It never changes; the latest one is on its page, or in its
 * email.
 */
@Entity
public class Passage {

	/** The most characters of a text. */
	static final int LONGEST = 10_000;

	@Id
	private UUID id;

	private String section;

	private int number;

	private String text;

	private Instant writtenAt;

	private String writtenBy;

	@SuppressWarnings("NullAway.Init")
	protected Passage() {
	}

	/**
	 * A new version.
	 * @param of what it is a version of
	 * @param number one more than that of the version before; the first is 1
	 * @param text with CommonMark's signs
	 * @param by the member's address
	 */
	Passage(Written of, int number, String text, Instant now, String by) {
		this.id = UUID.randomUUID();
		this.section = of.name();
		this.number = number;
		this.text = text;
		this.writtenAt = now;
		this.writtenBy = by;
	}

	/** The version's own identity. */
	UUID id() {
		return this.id;
	}

	/** The name of what it is a version of. */
	String section() {
		return this.section;
	}

	/** Which version it is. */
	public int number() {
		return this.number;
	}

	/** What it says, with CommonMark's signs. */
	public String text() {
		return this.text;
	}

	/** When it was written. */
	public Instant writtenAt() {
		return this.writtenAt;
	}

	/** Who wrote it. */
	public String writtenBy() {
		return this.writtenBy;
	}

}
