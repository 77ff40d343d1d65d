package org.awarenessweek.pledge.wall;

import java.util.List;

import jakarta.validation.Valid;
import org.awarenessweek.edition.Edition;
import org.awarenessweek.edition.Editions;
import org.awarenessweek.pledge.count.PledgeNumbers;
import org.awarenessweek.pledge.count.PledgeTotals;
import org.awarenessweek.site.Cursor;
import org.awarenessweek.site.CursorPage;
import org.awarenessweek.site.NotFound;
import org.awarenessweek.text.Country;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The wall: those whose pledges count and who agreed to be shown. */
@Controller
class WallController {

	/** How many pledges a page shows. */
	private static final int LENGTH = 30;

	/** How many organisations the first page shows. */
	private static final int MOST_ORGANISATIONS = 12;

	private final WallSearch search;

	private final Organisations organisations;

	private final PledgeTotals totals;

	private final Editions editions;

	WallController(WallSearch search, Organisations organisations, PledgeTotals totals, Editions editions) {
		this.search = search;
		this.organisations = organisations;
		this.totals = totals;
		this.editions = editions;
	}

	@InitBinder("search")
	void read(WebDataBinder binder) {
		binder.registerCustomEditor(String.class, "country", Country.editor());
	}

	@GetMapping("/pledge/wall")
	ModelAndView show(Edition edition, @Valid @ModelAttribute("search") WallFilter typed, BindingResult errors,
			@RequestParam(required = false) @Nullable String below,
			@RequestParam(required = false) @Nullable String above) {
		boolean failed = errors.hasErrors();
		WallFilter wanted = failed ? WallFilter.EVERYONE : typed;
		CursorPage<ShownPledge, Cursor> wall = (failed || wanted.findsNothing()) ? CursorPage.empty()
				: wall(edition, wanted.terms(), below, above);
		ModelAndView page = new ModelAndView("pledge/wall/wall",
				failed ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK)
			.addObject("wanted", wanted)
			.addObject("failed", failed)
			.addObject("wall", wall);
		if (failed || wanted.isSearch() || wall.previous() != null) {
			return page.addObject("tally", this.totals.tally(edition));
		}
		PledgeNumbers numbers = this.totals.numbers(edition);
		return page.addObject("tally", numbers.tally())
			.addObject("since", numbers.since())
			.addObject("organisations", this.organisations.newest(edition, MOST_ORGANISATIONS));
	}

	/** The wall of a week that has made room for a later one. */
	@GetMapping("/editions/{year:\\d{4}}/pledges")
	ModelAndView past(@PathVariable int year, @Nullable Edition edition,
			@RequestParam(required = false) @Nullable String below,
			@RequestParam(required = false) @Nullable String above) {
		if (edition != null && edition.year() == year) {
			return new ModelAndView("redirect:/pledge/wall");
		}
		Edition shown = this.editions.findByYear(year)
			.filter((one) -> one.announced() && one.pledgeStatement() != null)
			.orElseThrow(NotFound::new);
		return new ModelAndView("pledge/wall/past").addObject("shown", shown)
			.addObject("page", wall(shown, List.of(WallTerm.everyone()), below, above))
			.addObject("tally", this.totals.tally(shown));
	}

	private CursorPage<ShownPledge, Cursor> wall(Edition edition, List<WallTerm> terms, @Nullable String below,
			@Nullable String above) {
		return CursorPage.read(place(above, terms), place(below, terms), LENGTH,
				(cursor, upwards, most) -> this.search.find(edition, terms, cursor, upwards, most),
				ShownPledge::cursor);
	}

	/**
	 * A place in a link, which may be from when people and organisations were together.
	 */
	private static @Nullable Cursor place(@Nullable String typed, List<WallTerm> terms) {
		Cursor place = Cursor.read(typed);
		return (place != null && terms.equals(WallFilter.EVERYONE.terms()) && WallTerm.everyone().finds(place.term()))
				? new Cursor(place.at(), place.id(), terms.getFirst().text()) : place;
	}

}
