package org.awarenessweek.impact;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import org.awarenessweek.edition.Edition;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** What the team says of a week that is over. Its figures stay as they were published. */
@Entity
public class Impact {

	/** The most characters of the words. */
	static final int LONGEST = 10_000;

	/** That of the edition. */
	@Id
	private UUID editionId;

	@Version
	private @Nullable Integer version;

	private String words;

	@JdbcTypeCode(SqlTypes.JSON)
	private @Nullable ImpactFigures figures;

	private @Nullable Instant publishedAt;

	@SuppressWarnings("NullAway.Init")
	protected Impact() {
	}

	Impact(Edition edition, String words) {
		this.editionId = edition.id();
		this.words = words;
	}

	/** How often it was changed; a form based on an older version is refused. */
	public int version() {
		return (this.version != null) ? this.version : 0;
	}

	/** What the team says, with CommonMark's signs. */
	public String words() {
		return this.words;
	}

	/** The figures as they were published; {@code null} in a draft. */
	public @Nullable ImpactFigures figures() {
		return this.figures;
	}

	/** When it was published; {@code null} if the team alone sees it. */
	public @Nullable Instant publishedAt() {
		return this.publishedAt;
	}

	void write(String others) {
		this.words = others;
	}

	void publish(ImpactFigures counted, Instant now) {
		this.figures = counted;
		this.publishedAt = now;
	}

	void takeDown() {
		this.figures = null;
		this.publishedAt = null;
	}

}
