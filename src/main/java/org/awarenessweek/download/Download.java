package org.awarenessweek.download;

import java.util.Locale;

import org.springframework.http.MediaType;

/**
 * A file to take away, and what people want to know before they do.
 *
 * @param file its name, which is also the last part of its address
 * @param type what it is
 * @param width how wide the picture is, in pixels; for SVG, as it comes
 * @param height how high it is
 * @param content the file itself
 */
record Download(String file, MediaType type, int width, int height, byte[] content) {

	private static final double KILOBYTE = 1024;

	/** Where it is. */
	public String path() {
		return "/downloads/" + this.file;
	}

	/** How much there is to load: {@code 9.8 KB}, {@code 34 KB}. */
	public String weight() {
		double kilobytes = this.content.length / KILOBYTE;
		return String.format(Locale.UK, (kilobytes < 10) ? "%.1f KB" : "%.0f KB", kilobytes);
	}

}
