package org.awarenessweek.print;

import org.awarenessweek.pledge.Pledge;
import org.awarenessweek.site.Site;

import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Tells the pledge's pages, as {@code keepsakes}, what a card shows. */
@ControllerAdvice(basePackageClasses = Pledge.class)
class KeepsakeAdvice {

	private final Site site;

	KeepsakeAdvice(Site site) {
		this.site = site;
	}

	@ModelAttribute("keepsakes")
	KeepsakeAdvice keepsakes() {
		return this;
	}

	/** The text alternative of a signatory's card. */
	public String cardWords(Pledge pledge) {
		return ShareCard.of(this.site, pledge).words();
	}

}
