package org.awarenessweek.words;

import org.awarenessweek.site.Site;
import org.awarenessweek.site.SiteFacts;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;

/** The colours that the team has chosen, for browsers. */
@Controller
class ColoursController {

	private final Site site;

	ColoursController(Site site) {
		this.site = site;
	}

	/** What replaces the stylesheet's own: in its layer, so that its print rules hold. */
	@GetMapping(path = "/colours.css", produces = "text/css;charset=UTF-8")
	@ResponseBody
	String style() {
		SiteFacts.Colours colours = this.site.colours();
		return """
				@layer tokens {
					:root {
						--teal: light-dark(%1$s, %2$s);
						--teal-deep: light-dark(color-mix(in srgb, %1$s 70%%, #000), color-mix(in srgb, %2$s 60%%, #fff));
						--on-teal: light-dark(#fff, #0b1519);
						--sage-pale: light-dark(%4$s, %6$s);
						--apricot: %3$s;
						--apricot-pale: light-dark(%5$s, %7$s);
						--halo: light-dark(color-mix(in srgb, %3$s 60%%, #fff), color-mix(in srgb, %3$s 60%%, #000));
					}
				}
				"""
			.formatted(colours.main(), colours.dark(), colours.accent(), colours.pale(), colours.accentPale(),
					colours.darkPale(), colours.darkAccentPale());
	}

	/** The mark, for the browser's tab. */
	@GetMapping(path = "/colours.svg", produces = "image/svg+xml;charset=UTF-8")
	@ResponseBody
	String mark() {
		SiteFacts.Colours colours = this.site.colours();
		return """
				<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 96">
					<style>path { stroke: %s } @media (prefers-color-scheme: dark) { path { stroke: %s } }</style>
					<path d="M55.63 9.73A39 39 0 1 0 85.25 38.31" fill="none" stroke-width="13" stroke-linecap="round"/>
					<circle cx="41" cy="56" r="16" fill="%s"/>
				</svg>
				""".formatted(colours.main(), colours.dark(), colours.accent());
	}

}
