package org.awarenessweek.notice;

import java.util.UUID;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;

/** What the team tells visitors above every page, from a moment until a moment. */
@Entity
public class Notice {

	@Id
	private UUID id;

	@Version
	private @Nullable Integer version;

	@Embedded
	private NoticeContent content;

	Notice(NoticeContent content) {
		this.id = UUID.randomUUID();
		this.content = content;
	}

	@SuppressWarnings("NullAway.Init")
	protected Notice() {
	}

	/** Its identity. */
	public UUID id() {
		return this.id;
	}

	/** How often it was changed; a form based on an older version is refused. */
	public int version() {
		return (this.version != null) ? this.version : 0;
	}

	/** What it says, and when. */
	public NoticeContent content() {
		return this.content;
	}

	void rewrite(NoticeContent newContent) {
		this.content = newContent;
	}

}
