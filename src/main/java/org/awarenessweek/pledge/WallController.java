package org.awarenessweek.pledge;

import java.util.List;

import jakarta.servlet.http.HttpServletRequest;
import org.awarenessweek.edition.Edition;
import org.awarenessweek.site.NotFound;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** The wall: whose pledges count, and who said that their name may be shown. */
@Controller
class WallController {

	static final int LONGEST_SEARCH = 100;

	private static final Wall EMPTY = new Wall(List.of(), null, null);

	private final Pledges pledges;

	WallController(Pledges pledges) {
		this.pledges = pledges;
	}

	@GetMapping("/pledge/wall")
	ModelAndView show(@ModelAttribute(binding = false) @Nullable Edition edition,
			@RequestParam(required = false) @Nullable String below,
			@RequestParam(required = false) @Nullable String above, HttpServletRequest request) {
		if (edition == null) {
			throw new NotFound();
		}
		String q = typed(request);
		if (q != null && q.codePoints().anyMatch(Character::isISOControl)) {
			return refuse(q.replaceAll("\\p{Cc}", ""), "pledge.search.characters");
		}
		if (q != null && q.length() > LONGEST_SEARCH) {
			return refuse(q, "pledge.search.length");
		}
		String words = (q != null) ? WallWords.of(q) : "";
		return page(q, (q != null && words.isEmpty()) ? EMPTY : wall(edition, "%" + words + "%", below, above));
	}

	private static @Nullable String typed(HttpServletRequest request) {
		String q = request.getParameter("q");
		return (q == null || q.isBlank()) ? null : q.strip();
	}

	private static ModelAndView refuse(String q, String problem) {
		ModelAndView page = page(q, EMPTY).addObject("problem", problem).addObject("longest", LONGEST_SEARCH);
		page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
		return page;
	}

	private static ModelAndView page(@Nullable String q, Wall wall) {
		return new ModelAndView("pledge/wall").addObject("q", q).addObject("wall", wall);
	}

	private Wall wall(Edition edition, String words, @Nullable String below, @Nullable String above) {
		if (above != null) {
			List<Pledge> found = this.pledges.onWallAbove(edition, words, place(above), Wall.ENOUGH);
			if (!Wall.reachesTheTop(found)) {
				return Wall.above(found);
			}
		}
		WallPlace place = (below != null && above == null) ? place(below) : WallPlace.TOP;
		return Wall.below(place, this.pledges.onWallBelow(edition, words, place, Wall.ENOUGH));
	}

	private static WallPlace place(String text) {
		try {
			return WallPlace.parse(text);
		}
		catch (IllegalArgumentException ex) {
			throw new ResponseStatusException(HttpStatus.UNPROCESSABLE_CONTENT);
		}
	}

}
