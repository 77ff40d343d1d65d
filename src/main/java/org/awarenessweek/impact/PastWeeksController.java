package org.awarenessweek.impact;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.awarenessweek.edition.Edition;
import org.awarenessweek.edition.Editions;
import org.awarenessweek.edition.Phase;
import org.awarenessweek.site.NotFound;
import org.awarenessweek.site.SiteClock;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The weeks of all years, for visitors, who never see drafts. */
@Controller
class PastWeeksController {

	private final Editions editions;

	private final SiteClock clock;

	PastWeeksController(Editions editions, SiteClock clock) {
		this.editions = editions;
		this.clock = clock;
	}

	@GetMapping("/editions")
	String list(Model model) {
		LocalDate today = this.clock.today();
		Map<Boolean, List<Edition>> editions = this.editions.findByAnnouncedAtNotNullOrderByYearDesc()
			.stream()
			.collect(Collectors.partitioningBy((edition) -> edition.phase(today) == Phase.OVER));
		model.addAttribute("past", editions.get(true));
		model.addAttribute("next", editions.get(false));
		return "edition/list";
	}

	@GetMapping("/editions/{year:\\d{4}}")
	String show(@PathVariable int year, @Nullable Edition edition, Model model) {
		model.addAttribute("shown", (edition != null && edition.year() == year) ? edition
				: this.editions.findByYear(year).filter(Edition::announced).orElseThrow(NotFound::new));
		return "edition/show";
	}

}
