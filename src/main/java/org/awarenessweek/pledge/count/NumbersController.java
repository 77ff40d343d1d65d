package org.awarenessweek.pledge.count;

import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import org.awarenessweek.edition.Edition;
import org.awarenessweek.pledge.PledgeWords;
import org.awarenessweek.text.Country;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The pledges in figures and charts, and how we count them. */
@Controller
class NumbersController {

	private final PledgeTotals totals;

	private final PledgeWords words;

	NumbersController(PledgeTotals totals, PledgeWords words) {
		this.totals = totals;
		this.words = words;
	}

	@GetMapping("/pledge/numbers")
	String show(Edition edition, Model model) {
		PledgeNumbers numbers = this.totals.numbers(edition);
		model.addAttribute("tally", numbers.tally());
		model.addAttribute("since", numbers.since());
		model.addAttribute("days", Chart.ofDays(numbers.days()));
		model.addAttribute("roles", Chart.ofGroups("role", named(numbers)));
		model.addAttribute("countries",
				Chart.ofGroups("country", numbers.countries()
					.entrySet()
					.stream()
					.collect(Collectors.toMap((country) -> Country.nameOf(country.getKey()), Map.Entry::getValue))));
		return "pledge/count/numbers";
	}

	@GetMapping("/pledge/how-we-count")
	String explain() {
		return "pledge/count/how-we-count";
	}

	private Map<String, Long> named(PledgeNumbers numbers) {
		return numbers.roles()
			.entrySet()
			.stream()
			.collect(Collectors.toMap((role) -> Objects.requireNonNull(this.words.roles().get(role.getKey().name())),
					Map.Entry::getValue));
	}

}
