package org.awarenessweek.toolkit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.SequencedMap;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.awarenessweek.print.Artwork;
import org.awarenessweek.print.Artwork.Colouring;
import org.awarenessweek.print.Artwork.Format;
import org.awarenessweek.print.Artwork.Shape;
import org.awarenessweek.print.Picture;

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

	/**
	 * All files in one archive.
	 * @param make gets a file made, or one that is kept
	 */
	byte[] zip(BiFunction<String, Supplier<byte[]>, byte[]> make) {
		var bytes = new ByteArrayOutputStream();
		try (var zip = new ZipOutputStream(bytes)) {
			for (var file : files().entrySet()) {
				ZipEntry entry = new ZipEntry(file.getKey());
				entry.setLastModifiedTime(ANY_TIME);
				zip.putNextEntry(entry);
				zip.write(make.apply(file.getKey(), file.getValue()));
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return bytes.toByteArray();
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
