package org.awarenessweek.download;

import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.awarenessweek.download.Logo.Colouring;
import org.awarenessweek.download.Logo.Shape;

import org.springframework.context.annotation.Lazy;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * All downloads: the logos, which are drawn and packed when the site is built. They are
 * read when somebody first asks for one.
 */
@Component
@Lazy
class Downloads {

	private static final String EVERYTHING = "imhaw-logos.zip";

	private final Map<String, Download> files = new HashMap<>();

	Downloads() throws IOException {
		for (Resource file : new PathMatchingResourcePatternResolver().getResources("classpath:logos/imhaw-*")) {
			String name = Objects.requireNonNull(file.getFilename());
			this.files.put(name, new Download(name, file.getContentAsByteArray()));
		}
	}

	/** The logos, grouped by shape. */
	Map<Shape, List<Logo>> byShape() {
		Map<Shape, List<Logo>> logos = new EnumMap<>(Shape.class);
		for (Shape shape : Shape.values()) {
			logos.put(shape, Arrays.stream(Colouring.values()).map((colouring) -> logo(shape, colouring)).toList());
		}
		return logos;
	}

	/** All of them in one ZIP, with the terms of use. */
	Download everything() {
		return find(EVERYTHING).orElseThrow();
	}

	/** The file with this name. */
	Optional<Download> find(String file) {
		return Optional.ofNullable(this.files.get(file));
	}

	private Logo logo(Shape shape, Colouring colouring) {
		String name = Logo.name(shape, colouring);
		return new Logo(shape, colouring, find(name + ".svg").orElseThrow(),
				this.files.values()
					.stream()
					.filter((file) -> file.isPng() && file.file().startsWith(name + "-"))
					.sorted(Comparator.comparingInt(Download::width))
					.toList());
	}

}
