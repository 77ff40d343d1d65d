package org.awarenessweek.download;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.awarenessweek.download.Logo.Colouring;
import org.awarenessweek.download.Logo.Shape;

import org.springframework.context.annotation.Lazy;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/**
 * All downloads. They are drawn when somebody first asks for one, and kept from then on:
 * the list is fixed.
 */
@Component
@Lazy
class Downloads {

	private static final MediaType SVG = MediaType.parseMediaType("image/svg+xml");

	private static final MediaType ZIP = MediaType.parseMediaType("application/zip");

	/** Every file has this time stamp, so that the ZIP is always the same. */
	private static final LocalDateTime PACKED = LocalDateTime.of(2021, 1, 1, 0, 0);

	private final List<Logo> logos;

	private final Download everything;

	private final Map<String, Download> files;

	Downloads() throws IOException {
		this.logos = Stream.of(Shape.values())
			.flatMap((shape) -> Stream.of(Colouring.values()).map((colouring) -> draw(shape, colouring)))
			.toList();
		List<Download> pictures = this.logos.stream()
			.flatMap((logo) -> Stream.concat(Stream.of(logo.svg()), logo.pngs().stream()))
			.toList();
		this.everything = new Download("imhaw-logos.zip", ZIP, 0, 0, pack(pictures));
		this.files = Stream.concat(pictures.stream(), Stream.of(this.everything))
			.collect(Collectors.toUnmodifiableMap(Download::file, Function.identity()));
	}

	/** The logos, grouped by shape. */
	Map<Shape, List<Logo>> byShape() {
		return this.logos.stream().collect(Collectors.groupingBy(Logo::shape, TreeMap::new, Collectors.toList()));
	}

	/** All of them in one ZIP, with the terms of use. */
	Download everything() {
		return this.everything;
	}

	/** The file with this name. */
	Optional<Download> find(String file) {
		return Optional.ofNullable(this.files.get(file));
	}

	private static Logo draw(Shape shape, Colouring colouring) {
		String name = Logo.name(shape, colouring);
		byte[] source = source(name + ".svg");
		Drawing drawing = Drawing.of(source);
		return new Logo(shape, colouring,
				new Download(name + ".svg", SVG, drawing.width(), drawing.height(drawing.width()), source),
				shape.widths()
					.stream()
					.map((width) -> new Download(name + "-" + width + ".png", MediaType.IMAGE_PNG, width,
							drawing.height(width), drawing.png(width)))
					.toList());
	}

	private static byte[] pack(List<Download> pictures) throws IOException {
		var bytes = new ByteArrayOutputStream();
		try (var zip = new ZipOutputStream(bytes)) {
			add(zip, "terms-of-use.txt", source("terms-of-use.txt"));
			for (Download picture : pictures) {
				add(zip, picture.file(), picture.content());
			}
		}
		return bytes.toByteArray();
	}

	private static void add(ZipOutputStream zip, String file, byte[] content) throws IOException {
		var entry = new ZipEntry(file);
		entry.setTimeLocal(PACKED);
		zip.putNextEntry(entry);
		zip.write(content);
	}

	private static byte[] source(String file) {
		try {
			return new ClassPathResource("logos/" + file).getContentAsByteArray();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
