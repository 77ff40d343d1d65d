package org.awarenessweek.pledge.wall;

import java.util.Objects;
import java.util.stream.Collectors;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import org.awarenessweek.edition.Edition;
import org.awarenessweek.site.CursorPage;
import org.awarenessweek.text.TypedText;
import org.awarenessweek.text.Words;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
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
	ModelAndView list(Edition edition, @Valid @ModelAttribute("search") Search search, BindingResult errors,
			@RequestParam(required = false) @Nullable String after,
			@RequestParam(required = false) @Nullable String before) {
		if (!TypedText.isFit(after) || !TypedText.isFit(before)) {
			throw new ResponseStatusException(HttpStatus.UNPROCESSABLE_CONTENT);
		}
		String q = errors.hasErrors() ? "" : Objects.requireNonNullElse(search.q(), "");
		boolean nothing = errors.hasErrors() || (!q.isEmpty() && Words.of(q).isEmpty());
		CursorPage<Organisation, String> list = nothing ? CursorPage.empty()
				: CursorPage.read(before, after, LENGTH,
						(place, upwards, most) -> this.organisations.find(edition, q, place, upwards, most),
						Organisation::words);
		return new ModelAndView("pledge/wall/organisations",
				errors.hasErrors() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK)
			.addObject("q", q)
			.addObject("failed", errors.hasErrors())
			.addObject("list", list);
	}

	/** A few names that begin like this, as HTML options. */
	@GetMapping("/pledge/organisations")
	ResponseEntity<String> suggest(Edition edition, @RequestParam(required = false) @Nullable String q) {
		String beginning = Objects.requireNonNullElse(TypedText.line(q), "");
		if (!TypedText.isFit(beginning) || beginning.length() > WallFilter.LONGEST_ORGANISATION) {
			return ResponseEntity.unprocessableContent().build();
		}
		return ResponseEntity.ok()
			.contentType(HTML)
			.header("X-Robots-Tag", "noindex")
			.body(this.names.beginning(edition, beginning, MOST_SUGGESTIONS)
				.stream()
				.map((name) -> "<option value=\"" + HtmlUtils.htmlEscape(name, "UTF-8") + "\">\n")
				.collect(Collectors.joining()));
	}

	/**
	 * A search for organisations.
	 *
	 * @param q the beginning of a name
	 */
	record Search(@Nullable @Size(max = WallFilter.LONGEST_SEARCH) String q) {
	}

}
