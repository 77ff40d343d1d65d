package org.awarenessweek.toolkit;

import org.awarenessweek.edition.Edition;
import org.awarenessweek.edition.Editions;
import org.awarenessweek.print.Artwork;
import org.awarenessweek.site.Moved;
import org.awarenessweek.site.NotFound;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The toolkit of this year and of earlier ones. */
@Controller
class ToolkitController {

	private final Editions editions;

	private final DrawnFiles drawn;

	private final ToolkitItems items;

	ToolkitController(Editions editions, DrawnFiles drawn, ToolkitItems items) {
		this.editions = editions;
		this.drawn = drawn;
		this.items = items;
	}

	@GetMapping("/toolkit")
	String list(Edition edition, Model model) {
		return list(edition.year(), edition, model);
	}

	@GetMapping("/editions/{year:\\d{4}}/toolkit")
	String list(@PathVariable int year, @Nullable Edition edition, Model model) {
		Edition shown = announced(this.editions, year, edition);
		model.addAttribute("shown", shown);
		model.addAttribute("toolkit", this.drawn.toolkit(shown));
		model.addAttribute("items", this.items.byAudience(shown));
		model.addAttribute("shapes", Artwork.Shape.values());
		model.addAttribute("colourings", Artwork.Colouring.values());
		model.addAttribute("formats", Artwork.Format.values());
		return "toolkit/list";
	}

	@GetMapping({ "/downloads", "/downloads/{file}" })
	String moved() {
		throw new Moved("/toolkit");
	}

	/** The edition of a year, once everybody may see it. */
	static Edition announced(Editions editions, int year, @Nullable Edition current) {
		return (current != null && current.year() == year) ? current
				: editions.findByYear(year).filter(Edition::announced).orElseThrow(NotFound::new);
	}

}
