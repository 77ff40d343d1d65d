package org.awarenessweek.event.draft;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import org.awarenessweek.text.TypedText;
import org.jspecify.annotations.Nullable;

/**
 * What somebody has typed of an event so far, right or wrong. It belongs to whoever reads
 * the mailbox that was typed with it, and is nobody else's business, not even the team's.
 */
@Entity
public class EventDraft {

	/** How long it is kept after it was last saved. */
	public static final Duration KEPT = Duration.ofDays(30);

	private static final int LONGEST_TITLE = 120;

	@Id
	private UUID id;

	@Version
	private @Nullable Integer version;

	private String mailbox;

	private @Nullable String title;

	private String typed;

	private Instant savedAt;

	/** For JPA alone. */
	@SuppressWarnings("NullAway.Init")
	protected EventDraft() {
	}

	EventDraft(UUID id, String mailbox, @Nullable String title, String typed, Instant now) {
		this.id = id;
		save(mailbox, title, typed, now);
	}

	final void save(String mailbox, @Nullable String title, String typed, Instant now) {
		this.mailbox = mailbox;
		this.title = (title != null && TypedText.isFit(title) && title.length() <= LONGEST_TITLE) ? title : null;
		this.typed = typed;
		this.savedAt = now;
	}

	public UUID id() {
		return this.id;
	}

	boolean isOf(String other) {
		return this.mailbox.equals(other);
	}

	/** What was typed as the title, if it can be one. */
	public @Nullable String title() {
		return this.title;
	}

	/** Every field of the form, as JSON. */
	public String typed() {
		return this.typed;
	}

	public Instant savedAt() {
		return this.savedAt;
	}

	/** When it is deleted unless it is saved again. */
	public Instant keptUntil() {
		return this.savedAt.plus(KEPT);
	}

}
