package org.awarenessweek.home;

import org.awarenessweek.calendar.CalendarSearch;
import org.awarenessweek.calendar.EventCards;
import org.awarenessweek.edition.Edition;
import org.awarenessweek.pledge.count.PledgeTotals;
import org.awarenessweek.pledge.wall.WallSearch;
import org.awarenessweek.site.SiteClock;
import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The home page, and the pages that explain the week. */
@Controller
class HomeController {

	private static final Limit NEXT_EVENTS = Limit.of(4);

	private static final int LATEST_NAMES = 5;

	private final CalendarSearch calendar;

	private final EventCards cards;

	private final PledgeTotals pledges;

	private final WallSearch wall;

	private final SiteClock clock;

	HomeController(CalendarSearch calendar, EventCards cards, PledgeTotals pledges, WallSearch wall, SiteClock clock) {
		this.calendar = calendar;
		this.cards = cards;
		this.pledges = pledges;
		this.wall = wall;
		this.clock = clock;
	}

	@GetMapping("/")
	String home(@Nullable Edition edition, Model model) {
		if (edition == null) {
			return "home/no-week-yet";
		}
		model.addAttribute("state", StateLine.of(edition.week(), this.clock.today()));
		model.addAttribute("phase", edition.phase(this.clock.today()));
		model.addAttribute("numbers", this.calendar.numbersByDay(edition));
		model.addAttribute("next", this.cards.next(edition, NEXT_EVENTS));
		model.addAttribute("tally", this.pledges.tally(edition));
		model.addAttribute("names", this.wall.latestNames(edition, LATEST_NAMES));
		return "home/home";
	}

	@GetMapping("/about")
	String about() {
		return "home/about";
	}

	@GetMapping("/theme")
	String theme(Edition edition) {
		return "home/theme";
	}

	@GetMapping("/get-involved")
	String getInvolved() {
		return "home/get-involved";
	}

	@GetMapping("/privacy")
	String privacy() {
		return "home/privacy";
	}

	@GetMapping("/accessibility")
	String accessibility() {
		return "home/accessibility";
	}

}
