package org.awarenessweek.toolkit.upload;

import java.util.Locale;

import org.springframework.http.MediaType;

/** What a file may be. It is recognised by its content alone. */
public enum FileKind {

	/** A document to print. */
	PDF("application/pdf"),
	/** A picture without loss. */
	PNG("image/png"),
	/** A photograph. */
	JPEG("image/jpeg"),
	/** A picture for web pages. */
	WEBP("image/webp"),
	/** A drawing of any size. */
	SVG("image/svg+xml"),
	/** A text of LibreOffice. */
	ODT("application/vnd.oasis.opendocument.text"),
	/** A text of Word. */
	DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
	/** Slides of LibreOffice. */
	ODP("application/vnd.oasis.opendocument.presentation"),
	/** Slides of PowerPoint. */
	PPTX("application/vnd.openxmlformats-officedocument.presentationml.presentation"),
	/** Several files in one. */
	ZIP("application/zip");

	private final String mediaType;

	FileKind(String mediaType) {
		this.mediaType = mediaType;
	}

	/** What programs call it. */
	public MediaType mediaType() {
		return MediaType.parseMediaType(this.mediaType);
	}

	/** The end of its files' names. */
	public String extension() {
		return (this == JPEG) ? "jpg" : name().toLowerCase(Locale.ROOT);
	}

	/** What people call it. */
	public String words() {
		return (this == WEBP) ? "WebP" : name();
	}

	/** Whether browsers show it as a picture. */
	public boolean isPicture() {
		return this == PNG || this == JPEG || this == WEBP || this == SVG;
	}

}
