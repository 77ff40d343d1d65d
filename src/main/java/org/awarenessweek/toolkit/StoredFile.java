package org.awarenessweek.toolkit;

import java.io.IOException;
import java.util.Locale;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.awarenessweek.toolkit.upload.FileKind;
import org.awarenessweek.toolkit.upload.Upload;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * A file of the toolkit, but for its content.
 *
 * @param name the last part of its address, unique in its edition
 * @param kind what it is
 * @param size how many bytes it has
 * @param hash what its content is kept under
 * @param width of a picture, in pixels, if it says so
 * @param height see {@code width}
 * @param previewed whether there is a small picture of it
 */
@Embeddable
public record StoredFile(@Column(name = "file_name") String name,
		@Column(name = "file_kind") @Enumerated(EnumType.STRING) @JdbcTypeCode(SqlTypes.VARCHAR) FileKind kind,
		@Column(name = "file_size") long size, @Column(name = "file_hash") String hash,
		@Column(name = "file_width") @Nullable Integer width, @Column(name = "file_height") @Nullable Integer height,
		@Column(name = "file_previewed") boolean previewed) {

	/** Larger pictures are not shown as they are. */
	private static final int MOST_SHOWN = 500_000;

	private static final int KILO = 1000;

	/** {@code PDF, 1.2 MB}. */
	public String inWords() {
		String size = (this.size < KILO * KILO) ? Math.max(1, this.size / KILO) + " kB"
				: String.format(Locale.UK, "%.1f MB", (double) this.size / KILO / KILO);
		return this.kind.words() + ", " + size;
	}

	/**
	 * Whether pages show it: a picture that is small, or that there is a small one of.
	 */
	public boolean isShown() {
		return this.previewed || (this.kind.isPicture() && this.size <= MOST_SHOWN);
	}

	static StoredFile of(String name, Upload upload) throws IOException {
		return new StoredFile(name, upload.kind(), upload.size(), upload.hash(), upload.width(), upload.height(),
				upload.preview() != null);
	}

	StoredFile named(String other) {
		return new StoredFile(other, this.kind, this.size, this.hash, this.width, this.height, this.previewed);
	}

}
