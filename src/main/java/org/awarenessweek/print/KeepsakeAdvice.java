package org.awarenessweek.print;

import org.awarenessweek.pledge.Pledge;
import org.awarenessweek.site.Site;

import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Tells the pages of the pledge, as {@code keepsakes}, what is drawn in a card. */
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

	/** What the card of whoever has signed says, for those who cannot see it. */
	public String cardWords(Pledge pledge) {
		return Card.of(this.site, pledge).words();
	}

}
