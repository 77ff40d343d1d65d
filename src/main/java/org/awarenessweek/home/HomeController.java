package org.awarenessweek.home;

import java.time.LocalDate;

import org.awarenessweek.calendar.CalendarFilter;
import org.awarenessweek.calendar.CalendarSearch;
import org.awarenessweek.calendar.Found;
import org.awarenessweek.edition.Edition;
import org.awarenessweek.edition.Editions;
import org.awarenessweek.edition.Phase;
import org.awarenessweek.pledge.count.PledgeTotals;
import org.awarenessweek.pledge.deed.DeedReading;
import org.awarenessweek.pledge.wall.WallSearch;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/** The home page, and the pages that explain the week. */
@Controller
class HomeController {

	private static final int EVENTS = 4;

	private static final int LATEST_NAMES = 5;

	private static final int LATEST_DEEDS = 3;

	private final CalendarSearch calendar;

	private final Editions editions;

	private final PledgeTotals pledges;

	private final WallSearch wall;

	private final DeedReading deeds;

	HomeController(CalendarSearch calendar, Editions editions, PledgeTotals pledges, WallSearch wall,
			DeedReading deeds) {
		this.calendar = calendar;
		this.editions = editions;
		this.pledges = pledges;
		this.wall = wall;
		this.deeds = deeds;
	}

	/** What it shows depends on the week's phase; nobody has to switch anything. */
	@GetMapping("/")
	String home(@Nullable Edition edition, @ModelAttribute(name = "today", binding = false) LocalDate today,
			Model model) {
		if (edition == null) {
			return "home/no-week-yet";
		}
		Phase phase = edition.phase(today);
		Found found = this.calendar.find(edition, CalendarFilter.EVERYTHING);
		model.addAttribute("phase", phase);
		model.addAttribute("state", StateLine.of(edition.week(), today));
		model.addAttribute("found", found);
		model.addAttribute("onNow", this.calendar.onNow(found, EVENTS));
		model.addAttribute("next", this.calendar.next(found, EVENTS));
		model.addAttribute("tally", this.pledges.tally(edition));
		model.addAttribute("names", this.wall.latestNames(edition, LATEST_NAMES));
		if (phase == Phase.SAVE_THE_DATE) {
			this.editions.findFirstByYearLessThanOrderByYearDesc(edition.year())
				.filter((last) -> last.announced() && last.phase(today) == Phase.OVER)
				.ifPresent((last) -> model.addAttribute("last", last));
		}
		else if (phase == Phase.OVER) {
			model.addAttribute("recorded", this.calendar.recorded(edition, EVENTS));
			model.addAttribute("deeds", this.deeds.latest(LATEST_DEEDS));
		}
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
