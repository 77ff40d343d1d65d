package org.awarenessweek.pledge.count;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;

import org.awarenessweek.edition.Edition;
import org.awarenessweek.site.PlainEnglish;
import org.awarenessweek.site.Site;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;

/** The count for other websites: as JSON, and as a badge. */
@Controller
class CountController {

	private static final MediaType SVG = MediaType.parseMediaType("image/svg+xml;charset=UTF-8");

	private final PledgeTotals totals;

	private final Site site;

	private final ITemplateEngine templates;

	CountController(PledgeTotals totals, Site site, ITemplateEngine templates) {
		this.totals = totals;
		this.site = site;
		this.templates = templates;
	}

	@GetMapping(path = "/pledge/count.json", produces = "application/json")
	@ResponseBody
	Count count(Edition edition) {
		PledgeTally tally = this.totals.tally(edition);
		return new Count((edition != null) ? edition.year() : 0, tally.people(), tally.organisations(), tally.asOf(),
				this.site.link("/pledge"));
	}

	/** The SVG has its own styles, and any site may show it. */
	@GetMapping("/pledge/badge.svg")
	ResponseEntity<String> badge(Edition edition) {
		Context model = new Context(Locale.UK,
				Map.of("tally", this.totals.tally(edition), "english", new PlainEnglish(), "site", this.site));
		return ResponseEntity.ok()
			.contentType(SVG)
			.header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'")
			.header("Cross-Origin-Resource-Policy", "cross-origin")
			.body(this.templates.process("pledge/count/badge", model));
	}

	/**
	 * The JSON document.
	 *
	 * @param edition the year of the week
	 * @param asOf when it last changed
	 * @param url where to sign
	 */
	record Count(int edition, long people, long organisations, @Nullable Instant asOf, String url) {
	}

}
