package org.awarenessweek.toolkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.SequencedMap;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.awarenessweek.print.Artwork;
import org.awarenessweek.print.Artwork.Colouring;
import org.awarenessweek.print.Artwork.Format;
import org.awarenessweek.print.Artwork.Shape;
import org.awarenessweek.print.Picture;
import org.awarenessweek.site.SiteFacts;

import org.springframework.core.io.InputStreamSource;

/**
 * All that one edition's artwork is offered as, by file name. A file is drawn when its
 * content is asked for.
 *
 * @param artwork what is drawn
 */
public record Toolkit(Artwork artwork) {

	/** Equal files have equal archives. */
	private static final FileTime ANY_TIME = FileTime.from(Instant.parse("2021-01-01T00:00:00Z"));

	/** Each file, and how it is made. */
	SequencedMap<String, Supplier<byte[]>> files() {
		SequencedMap<String, Supplier<byte[]>> files = new LinkedHashMap<>();
		for (Shape shape : Shape.values()) {
			for (Colouring colouring : Colouring.values()) {
				String name = name(shape, colouring);
				files.put(name + ".svg", () -> svg(this.artwork.logo(shape, colouring)));
				IntStream.of(shape.widths())
					.forEach((width) -> files.put(name + "-" + width + ".png",
							() -> this.artwork.logo(shape, colouring).png(width)));
			}
		}
		for (Format format : Format.values()) {
			files.put(name(format) + ".png", () -> this.artwork.picture(format).png(format.width()));
			files.put(name(format) + ".svg", () -> svg(this.artwork.picture(format)));
		}
		return files;
	}

	/** The name of the archive of all files. */
	public String everything() {
		return "toolkit-" + this.artwork.year() + ".zip";
	}

	/** The name of the poster to write on. */
	public String poster() {
		return "poster-" + this.artwork.year() + ".pdf";
	}

	/** Whether the site draws a file of this name for a year. */
	static boolean draws(String name, int year) {
		Toolkit toolkit = new Toolkit(new Artwork("", year, "", "", "", SiteFacts.Colours.FIRST));
		return toolkit.files().containsKey(name) || name.equals(toolkit.everything()) || name.equals(toolkit.poster());
	}

	/**
	 * Writes files into one archive. Most are compressed already, so it compresses none.
	 * @param files each by its name, in order
	 */
	static void zip(SequencedMap<String, ? extends InputStreamSource> files, OutputStream to) throws IOException {
		var zip = new ZipOutputStream(to);
		zip.setLevel(Deflater.NO_COMPRESSION);
		for (var file : files.entrySet()) {
			ZipEntry entry = new ZipEntry(file.getKey());
			entry.setLastModifiedTime(ANY_TIME);
			zip.putNextEntry(entry);
			try (InputStream content = file.getValue().getInputStream()) {
				content.transferTo(zip);
			}
		}
		zip.finish();
	}

	/** The path of a file. */
	public String path(String file) {
		return "/toolkit/" + this.artwork.year() + "/" + file;
	}

	/** The beginning of a logo's file names. */
	public String name(Shape shape, Colouring colouring) {
		String name = "logo-" + lower(shape) + "-" + lower(colouring);
		return (shape == Shape.WITH_YEAR) ? name + "-" + this.artwork.year() : name;
	}

	/** The beginning of a picture's file names. */
	public String name(Format format) {
		return lower(format) + "-" + this.artwork.year();
	}

	private byte[] svg(Picture picture) {
		return picture.svg(this.artwork.name()).getBytes(StandardCharsets.UTF_8);
	}

	private static String lower(Enum<?> name) {
		return name.name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

}
