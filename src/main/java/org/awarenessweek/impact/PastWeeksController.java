package org.awarenessweek.impact;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
	String list(@Nullable Edition edition, Model model) {
		LocalDate today = this.clock.today();
		List<Edition> announced = this.editions.findByAnnouncedAtNotNullOrderByYearDesc();
		boolean rehearsed = edition != null && announced.stream().noneMatch((one) -> one.year() == edition.year());
		Map<Boolean, List<Edition>> editions = Stream
			.concat(rehearsed ? Stream.of(edition) : Stream.empty(), announced.stream())
			.collect(Collectors.partitioningBy((one) -> one.phase(today) == Phase.OVER));
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
