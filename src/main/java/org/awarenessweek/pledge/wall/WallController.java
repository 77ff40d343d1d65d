package org.awarenessweek.pledge.wall;

import java.util.List;

import jakarta.servlet.http.HttpServletRequest;
import org.awarenessweek.edition.Edition;
import org.awarenessweek.page.Reads;
import org.awarenessweek.pledge.PledgeKind;
import org.awarenessweek.pledge.PledgeRole;
import org.awarenessweek.pledge.count.PledgeTotals;
import org.awarenessweek.site.Country;
import org.awarenessweek.site.NotFound;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** The wall: those whose pledges count and who agreed to be shown. */
@Controller
class WallController {

	private final WallSearch search;

	private final PledgeTotals totals;

	WallController(WallSearch search, PledgeTotals totals) {
		this.search = search;
		this.totals = totals;
	}

	@GetMapping("/pledge/wall")
	@Reads({ "q", "organisation", "kind", "role", "country" })
	ModelAndView show(@ModelAttribute(binding = false) @Nullable Edition edition,
			@RequestParam(required = false) @Nullable String below,
			@RequestParam(required = false) @Nullable String above, HttpServletRequest request) {
		if (edition == null) {
			throw new NotFound();
		}
		WallFilter wanted = WallFilter.of(request);
		boolean impossible = !wanted.problems().isEmpty();
		Wall wall = (impossible || wanted.findsNothing()) ? Wall.EMPTY : wall(edition, wanted, below, above);
		ModelAndView page = new ModelAndView("pledge/wall/wall",
				impossible ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK);
		page.addObject("wanted", wanted);
		page.addObject("failed", impossible);
		page.addObject("wall", wall);
		page.addObject("tally", this.totals.tally(edition));
		page.addObject("kinds", PledgeKind.values());
		page.addObject("roles", PledgeRole.values());
		page.addObject("countries", Country.all());
		return page;
	}

	private Wall wall(Edition edition, WallFilter wanted, @Nullable String below, @Nullable String above) {
		try {
			if (above != null) {
				List<ShownPledge> found = this.search.above(edition, wanted.terms(), WallPlace.parse(above),
						Wall.ENOUGH);
				if (!Wall.reachesTheTop(found)) {
					return Wall.above(found);
				}
			}
			WallPlace place = (below != null && above == null) ? WallPlace.parse(below) : null;
			return Wall.below(place, this.search.below(edition, wanted.terms(), place, Wall.ENOUGH));
		}
		catch (IllegalArgumentException ex) {
			throw new ResponseStatusException(HttpStatus.UNPROCESSABLE_CONTENT);
		}
	}

}
