package org.awarenessweek.download;

import java.nio.ByteBuffer;
import java.util.Locale;

/**
 * A file to download, and what people want to know before they do.
 *
 * @param file its name, which is also the last part of its address
 * @param content the file itself
 */
record Download(String file, byte[] content) {

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

	boolean isPng() {
		return this.file.endsWith(".png");
	}

	/** The width of a PNG in pixels, from its header (PNG, section 11.2.2). */
	public int width() {
		return ByteBuffer.wrap(this.content).getInt(16);
	}

	/** The height of a PNG in pixels. */
	public int height() {
		return ByteBuffer.wrap(this.content).getInt(20);
	}

}
