package org.awarenessweek.toolkit;

import java.time.Instant;
import java.util.Map;
import java.util.function.Supplier;

import org.awarenessweek.edition.Edition;
import org.awarenessweek.print.Artwork;
import org.awarenessweek.print.Paper;
import org.awarenessweek.print.Press;
import org.awarenessweek.site.Site;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/** The files that the site draws itself, made when they are asked for. */
@Component
class DrawnFiles {

	private final Site site;

	private final Press press;

	private final Paper paper;

	DrawnFiles(Site site, Press press, Paper paper) {
		this.site = site;
		this.press = press;
		this.paper = paper;
	}

	Toolkit toolkit(Edition edition) {
		return new Toolkit(Artwork.of(this.site, edition));
	}

	/** A file; {@code null} if none of this name is drawn. */
	byte @Nullable [] file(Edition edition, String name) {
		Toolkit toolkit = toolkit(edition);
		Supplier<byte[]> maker = name.equals(toolkit.poster()) ? () -> poster(edition) : toolkit.files().get(name);
		return (maker != null) ? make(toolkit, name, maker) : null;
	}

	/** One drawing at a time; what is light waits for none. */
	private byte[] make(Toolkit toolkit, String file, Supplier<byte[]> maker) {
		return file.endsWith(".svg") ? maker.get() : this.press.make(new Drawn(toolkit.artwork(), file), maker);
	}

	private byte[] poster(Edition edition) {
		return this.paper
			.print("blank-poster", Map.of("edition", edition, "address", this.site.link("/calendar")), Instant.EPOCH)
			.content();
	}

	/** The cache key: everything that a file shows. */
	private record Drawn(Artwork artwork, String file) {
	}

}
