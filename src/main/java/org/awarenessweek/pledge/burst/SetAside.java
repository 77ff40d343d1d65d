package org.awarenessweek.pledge.burst;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/**
 * A batch of pledges that the team set aside for one reason: a single one, or all of a
 * burst that were confirmed when the team decided. A large batch is processed in
 * portions, and its state says in which direction. A network's hash is forgotten as soon
 * as the batch no longer needs it.
 */
@Entity
@Table(name = "pledge_set_aside")
public class SetAside {

	@Id
	private UUID id;

	private String reason;

	private String doneBy;

	private Instant doneAt;

	@Enumerated(EnumType.STRING)
	private State state;

	private int wanted;

	@Embedded
	private @Nullable BurstWindow window;

	/** One pledge, set aside at once. */
	SetAside(String reason, String by, Instant now) {
		this.id = UUID.randomUUID();
		this.reason = reason;
		this.doneBy = by;
		this.doneAt = now.truncatedTo(ChronoUnit.MICROS);
		this.wanted = 1;
		this.state = State.DONE;
	}

	/** All of a burst, still to be set aside. */
	SetAside(String reason, String by, Instant now, BurstWindow window, int wanted) {
		this(reason, by, now);
		this.window = window;
		this.wanted = wanted;
		this.state = State.SETTING_ASIDE;
	}

	/** For JPA only. */
	@SuppressWarnings("NullAway.Init")
	protected SetAside() {
	}

	/** All its pledges are set aside, or all are brought back. */
	void finish() {
		become((this.state == State.SETTING_ASIDE) ? State.DONE : State.BROUGHT_BACK);
		if (this.window != null) {
			this.window = this.window.forgetNetwork();
		}
	}

	/** Its pledges will count again, portion by portion. */
	void bringBack() {
		become(State.BRINGING_BACK);
	}

	public UUID id() {
		return this.id;
	}

	public String reason() {
		return this.reason;
	}

	/** The email address of the member who did it. */
	public String doneBy() {
		return this.doneBy;
	}

	public Instant doneAt() {
		return this.doneAt;
	}

	/** How many were to be set aside. */
	public int wanted() {
		return this.wanted;
	}

	public State state() {
		return this.state;
	}

	/** The burst it came from, if any. */
	public @Nullable BurstWindow window() {
		return this.window;
	}

	private void become(State next) {
		if (!this.state.mayBecome(next)) {
			throw new IllegalStateException("A batch does not go from " + this.state + " to " + next);
		}
		this.state = next;
	}

	/** How far a batch has come. */
	enum State {

		/** Its pledges are being set aside. */
		SETTING_ASIDE,

		/** They are set aside. */
		DONE,

		/** They are being brought back. */
		BRINGING_BACK,

		/** They count again. */
		BROUGHT_BACK;

		/** Whether something is still to be done. */
		public boolean underWay() {
			return this == SETTING_ASIDE || this == BRINGING_BACK;
		}

		boolean mayBecome(State next) {
			return switch (this) {
				case SETTING_ASIDE -> next == DONE;
				case DONE -> next == BRINGING_BACK;
				case BRINGING_BACK -> next == BROUGHT_BACK;
				case BROUGHT_BACK -> false;
			};
		}

	}

}
