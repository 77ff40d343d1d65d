package org.awarenessweek.toolkit;

import java.time.Instant;
import java.util.Map;
import java.util.function.Supplier;

import org.awarenessweek.edition.Edition;
import org.awarenessweek.edition.Editions;
import org.awarenessweek.print.Artwork;
import org.awarenessweek.print.Paper;
import org.awarenessweek.print.Press;
import org.awarenessweek.site.Moved;
import org.awarenessweek.site.NotFound;
import org.awarenessweek.site.Site;
import org.jspecify.annotations.Nullable;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.MediaTypeFactory;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The toolkit of this year and of earlier ones, and each of its files. */
@Controller
class ToolkitController {

	private final Editions editions;

	private final Site site;

	private final Press press;

	private final Paper paper;

	ToolkitController(Editions editions, Site site, Press press, Paper paper) {
		this.editions = editions;
		this.site = site;
		this.press = press;
		this.paper = paper;
	}

	@GetMapping("/toolkit")
	String list(Edition edition, Model model) {
		return list(edition.year(), edition, model);
	}

	@GetMapping("/editions/{year:\\d{4}}/toolkit")
	String list(@PathVariable int year, @Nullable Edition edition, Model model) {
		Edition shown = edition(year, edition);
		model.addAttribute("shown", shown);
		model.addAttribute("toolkit", toolkit(shown));
		model.addAttribute("shapes", Artwork.Shape.values());
		model.addAttribute("colourings", Artwork.Colouring.values());
		model.addAttribute("formats", Artwork.Format.values());
		return "toolkit/list";
	}

	@GetMapping("/toolkit/{year:\\d{4}}/{file}")
	ResponseEntity<byte[]> file(@PathVariable int year, @PathVariable String file, @Nullable Edition edition) {
		Edition shown = edition(year, edition);
		Toolkit toolkit = toolkit(shown);
		Supplier<byte[]> maker = file.equals(toolkit.everything())
				? () -> toolkit.zip((name, drawing) -> make(toolkit, name, drawing))
				: file.equals(toolkit.poster()) ? () -> poster(shown) : toolkit.files().get(file);
		if (maker == null) {
			throw new NotFound();
		}
		return ResponseEntity.ok()
			.contentType(MediaTypeFactory.getMediaType(file).orElse(MediaType.APPLICATION_OCTET_STREAM))
			.header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(file).build().toString())
			.body(make(toolkit, file, maker));
	}

	@GetMapping({ "/downloads", "/downloads/{file}" })
	String moved() {
		throw new Moved("/toolkit");
	}

	/** One drawing at a time; what is light, or is made of others, waits for none. */
	private byte[] make(Toolkit toolkit, String file, Supplier<byte[]> maker) {
		return file.endsWith(".png") || file.endsWith(".pdf")
				? this.press.make(new Drawn(toolkit.artwork(), file), maker) : maker.get();
	}

	private byte[] poster(Edition edition) {
		return this.paper
			.print("blank-poster", Map.of("edition", edition, "address", this.site.link("/calendar")), Instant.EPOCH)
			.content();
	}

	private Toolkit toolkit(Edition edition) {
		return new Toolkit(Artwork.of(this.site, edition));
	}

	private Edition edition(int year, @Nullable Edition current) {
		return (current != null && current.year() == year) ? current
				: this.editions.findByYear(year).filter(Edition::announced).orElseThrow(NotFound::new);
	}

	/** The cache key: everything that a file shows. */
	private record Drawn(Artwork artwork, String file) {
	}

}
