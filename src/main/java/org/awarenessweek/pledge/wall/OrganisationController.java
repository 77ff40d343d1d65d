package org.awarenessweek.pledge.wall;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.servlet.http.HttpServletRequest;
import org.awarenessweek.edition.Edition;
import org.awarenessweek.page.Reads;
import org.awarenessweek.site.CursorPage;
import org.awarenessweek.text.TypedText;
import org.awarenessweek.text.Words;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.HtmlUtils;

/** The list of organisations, and name suggestions for the form. */
@Controller
class OrganisationController {

	private static final int LENGTH = 30;

	private static final int MOST_SUGGESTIONS = 20;

	private static final MediaType HTML = MediaType.parseMediaType("text/html;charset=UTF-8");

	private final Organisations organisations;

	private final PledgeOrganisations names;

	OrganisationController(Organisations organisations, PledgeOrganisations names) {
		this.organisations = organisations;
		this.names = names;
	}

	@GetMapping("/pledge/wall/organisations")
	@Reads("q")
	ModelAndView list(Edition edition, @RequestParam(required = false) @Nullable String after,
			@RequestParam(required = false) @Nullable String before, HttpServletRequest request) {
		if (!TypedText.isFit(after) || !TypedText.isFit(before)) {
			throw new ResponseStatusException(HttpStatus.UNPROCESSABLE_CONTENT);
		}
		Map<String, String> problems = new LinkedHashMap<>();
		String q = WallFilter.text(request, "q", WallFilter.LONGEST_SEARCH, problems);
		boolean nothing = !problems.isEmpty() || (!q.isEmpty() && Words.of(q).isEmpty());
		ModelAndView page = new ModelAndView("pledge/wall/organisations",
				problems.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT)
			.addObject("q", q)
			.addObject("problems", problems)
			.addObject("failed", !problems.isEmpty());
		CursorPage<Organisation, String> list = nothing ? CursorPage.empty()
				: CursorPage.read(before, after, LENGTH,
						(place, upwards, most) -> this.organisations.find(edition, q, place, upwards, most),
						Organisation::words);
		return page.addObject("list", list);
	}

	/** A few names that begin like this, as HTML options. */
	@GetMapping("/pledge/organisations")
	@Reads("q")
	ResponseEntity<String> suggest(Edition edition, HttpServletRequest request) {
		Map<String, String> problems = new LinkedHashMap<>();
		String q = WallFilter.text(request, "q", WallFilter.LONGEST_ORGANISATION, problems);
		if (!problems.isEmpty()) {
			return ResponseEntity.unprocessableContent().build();
		}
		return ResponseEntity.ok()
			.contentType(HTML)
			.header("X-Robots-Tag", "noindex")
			.body(this.names.beginning(edition, q, MOST_SUGGESTIONS)
				.stream()
				.map((name) -> "<option value=\"" + HtmlUtils.htmlEscape(name, "UTF-8") + "\">\n")
				.collect(Collectors.joining()));
	}

}
