package org.awarenessweek.download;

import java.util.Locale;

import org.springframework.http.MediaType;

/**
 * A file to download, and what people want to know before they do.
 *
 * @param file its name, which is also the last part of its address
 * @param type its media type
 * @param width the picture's width in pixels; for SVG, its natural width
 * @param height the picture's height in pixels
 * @param content the file itself
 */
record Download(String file, MediaType type, int width, int height, byte[] content) {

	private static final double KILOBYTE = 1024;

	/** Its path on this site. */
	public String path() {
		return "/downloads/" + this.file;
	}

	/** The size of the file: {@code 9.8 KB}, {@code 34 KB}. */
	public String weight() {
		double kilobytes = this.content.length / KILOBYTE;
		return String.format(Locale.UK, (kilobytes < 10) ? "%.1f KB" : "%.0f KB", kilobytes);
	}

}
