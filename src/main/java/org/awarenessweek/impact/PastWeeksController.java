package org.awarenessweek.impact;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
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

	private final Impacts impacts;

	private final ImpactCounting counting;

	private final SiteClock clock;

	PastWeeksController(Editions editions, Impacts impacts, ImpactCounting counting, SiteClock clock) {
		this.editions = editions;
		this.impacts = impacts;
		this.counting = counting;
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
		model.addAttribute("numbers",
				this.counting.growth(announced)
					.stream()
					.collect(Collectors.toMap(ImpactCounting.Growth::year, Function.identity())));
		return "edition/list";
	}

	@GetMapping("/editions/{year:\\d{4}}")
	String show(@PathVariable int year, @Nullable Edition edition, Model model) {
		List<Edition> announced = this.editions.findByAnnouncedAtNotNullOrderByYearDesc();
		Edition shown = (edition != null && edition.year() == year) ? edition
				: announced.stream().filter((one) -> one.year() == year).findFirst().orElseThrow(NotFound::new);
		model.addAttribute("shown", shown);
		model.addAttribute("years", announced.stream().map(Edition::year).sorted().toList());
		model.addAttribute("totals", this.counting.totals(shown));
		model.addAttribute("reported", this.impacts.published(shown).isPresent());
		return "edition/show";
	}

}
