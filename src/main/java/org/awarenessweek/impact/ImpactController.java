package org.awarenessweek.impact;

import java.util.List;

import org.awarenessweek.edition.Edition;
import org.awarenessweek.edition.Editions;
import org.awarenessweek.site.NotFound;
import org.awarenessweek.toolkit.ToolkitItems;
import org.awarenessweek.words.PageWords;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What each week achieved, and how the week has grown, for visitors. */
@Controller
class ImpactController {

	private final Editions editions;

	private final Impacts impacts;

	private final ImpactCounting counting;

	private final PageWords words;

	private final ToolkitItems toolkit;

	ImpactController(Editions editions, Impacts impacts, ImpactCounting counting, PageWords words,
			ToolkitItems toolkit) {
		this.editions = editions;
		this.impacts = impacts;
		this.counting = counting;
		this.words = words;
		this.toolkit = toolkit;
	}

	@GetMapping("/editions/{year:\\d{4}}/impact")
	String show(@PathVariable int year, Model model) {
		Edition edition = this.editions.findByYear(year).filter(Edition::announced).orElseThrow(NotFound::new);
		Impact impact = this.impacts.published(edition).orElseThrow(NotFound::new);
		model.addAttribute("shown", edition);
		model.addAttribute("figures", impact.figures());
		model.addAttribute("html", this.words.preview(impact.words()));
		model.addAttribute("pictures", this.toolkit.ofImpact(edition.id()));
		return "impact/show";
	}

	@GetMapping("/editions/growth")
	String growth(Model model) {
		List<ImpactCounting.Growth> growth = this.counting
			.growth(this.editions.findByAnnouncedAtNotNullOrderByYearDesc());
		model.addAttribute("growth", growth);
		model.addAttribute("mostEvents", growth.stream().mapToLong(ImpactCounting.Growth::events).max().orElse(0));
		model.addAttribute("mostPledges", growth.stream().mapToLong(ImpactCounting.Growth::pledges).max().orElse(0));
		model.addAttribute("reports", this.impacts.years());
		return "impact/growth";
	}

}
