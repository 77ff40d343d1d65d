package org.awarenessweek.toolkit;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;

/** Something that the team added to the toolkit of an edition. */
@Entity
public class ToolkitItem {

	@Id
	private UUID id;

	@Version
	private @Nullable Integer version;

	private UUID editionId;

	private int place;

	@Embedded
	private ItemContent content;

	@Embedded
	private @Nullable StoredFile file;

	private Instant changedAt;

	private String changedBy;

	/**
	 * @param place where it stands: after those with lower numbers
	 * @param file unless it is words or a link
	 */
	ToolkitItem(UUID edition, int place, ItemContent content, @Nullable StoredFile file, Change change) {
		this.id = UUID.randomUUID();
		this.editionId = edition;
		this.place = place;
		this.content = content;
		this.file = file;
		this.changedAt = change.at();
		this.changedBy = change.by();
	}

	@SuppressWarnings("NullAway.Init")
	protected ToolkitItem() {
	}

	/** Its identity. */
	public UUID id() {
		return this.id;
	}

	/** How often it was changed; a form based on an older version is refused. */
	public int version() {
		return (this.version != null) ? this.version : 0;
	}

	/** The edition whose toolkit it is in. */
	UUID editionId() {
		return this.editionId;
	}

	int place() {
		return this.place;
	}

	/** What the team says of it. */
	public ItemContent content() {
		return this.content;
	}

	/** The file, unless it is words or a link. */
	public @Nullable StoredFile file() {
		return this.file;
	}

	/** What it is. */
	public Kind kind() {
		return (this.file != null) ? Kind.FILE : (this.content.words() != null) ? Kind.TEXT : Kind.LINK;
	}

	/** When it was changed last. */
	public Instant changedAt() {
		return this.changedAt;
	}

	/** Who changed it last. */
	public String changedBy() {
		return this.changedBy;
	}

	/** Whether both are the same thing, in whatever edition. */
	boolean equalsIn(ToolkitItem other) {
		return this.content.equals(other.content) && Objects.equals((this.file != null) ? this.file.hash() : null,
				(other.file != null) ? other.file.hash() : null);
	}

	void rewrite(ItemContent others, @Nullable StoredFile otherFile, Change change) {
		if ((this.file == null) != (otherFile == null)) {
			throw new IllegalStateException("A file stays a file, and what is none becomes none");
		}
		this.content = others;
		this.file = otherFile;
		this.changedAt = change.at();
		this.changedBy = change.by();
	}

	/** Takes the place of another one, which takes its. */
	void swap(ToolkitItem other) {
		int former = this.place;
		this.place = other.place;
		other.place = former;
	}

	/** What something in the toolkit may be. */
	public enum Kind {

		/** A file to download. */
		FILE,
		/** Words to copy. */
		TEXT,
		/** A link, such as to a film. */
		LINK

	}

	/**
	 * Who changes something, and when.
	 *
	 * @param by the member's email address
	 * @param at the moment
	 */
	record Change(String by, Instant at) {
	}

}
