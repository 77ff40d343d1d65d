package org.awarenessweek.edition;

import org.awarenessweek.site.NotFound;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The weeks of all years, for visitors; drafts are nobody's business. */
@Controller
class EditionController {

	private final Editions editions;

	EditionController(Editions editions) {
		this.editions = editions;
	}

	@GetMapping("/editions")
	String list(Model model) {
		model.addAttribute("editions", this.editions.findByAnnouncedAtNotNullOrderByYearDesc());
		return "edition/list";
	}

	@GetMapping("/editions/{year:\\d{4}}")
	String show(@PathVariable int year, Model model) {
		model.addAttribute("shown",
				this.editions.findByYear(year).filter(Edition::announced).orElseThrow(NotFound::new));
		return "edition/show";
	}

}
