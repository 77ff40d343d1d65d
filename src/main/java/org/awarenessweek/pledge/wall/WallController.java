package org.awarenessweek.pledge.wall;

import jakarta.servlet.http.HttpServletRequest;
import org.awarenessweek.edition.Edition;
import org.awarenessweek.page.Reads;
import org.awarenessweek.pledge.PledgeKind;
import org.awarenessweek.pledge.PledgeRole;
import org.awarenessweek.pledge.count.PledgeTotals;
import org.awarenessweek.site.Country;
import org.awarenessweek.site.Cursor;
import org.awarenessweek.site.CursorPage;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The wall: those whose pledges count and who agreed to be shown. */
@Controller
class WallController {

	/** How many pledges a page shows. */
	private static final int LENGTH = 30;

	private final WallSearch search;

	private final PledgeTotals totals;

	WallController(WallSearch search, PledgeTotals totals) {
		this.search = search;
		this.totals = totals;
	}

	@GetMapping("/pledge/wall")
	@Reads({ "q", "organisation", "kind", "role", "country" })
	ModelAndView show(Edition edition, @RequestParam(required = false) @Nullable String below,
			@RequestParam(required = false) @Nullable String above, HttpServletRequest request) {
		WallFilter wanted = WallFilter.of(request);
		boolean impossible = !wanted.problems().isEmpty();
		CursorPage<ShownPledge, Cursor> wall = (impossible || wanted.findsNothing()) ? CursorPage.empty()
				: wall(edition, wanted, below, above);
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

	private CursorPage<ShownPledge, Cursor> wall(Edition edition, WallFilter wanted, @Nullable String below,
			@Nullable String above) {
		return CursorPage.read(Cursor.read(above), Cursor.read(below), LENGTH,
				(cursor, upwards, most) -> this.search.find(edition, wanted.terms(), cursor, upwards, most),
				ShownPledge::cursor);
	}

}
