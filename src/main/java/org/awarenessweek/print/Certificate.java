package org.awarenessweek.print;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

import org.awarenessweek.edition.Edition;
import org.awarenessweek.pledge.CertificateNumber;
import org.awarenessweek.pledge.Pledge;
import org.awarenessweek.site.PlainEnglish;
import org.awarenessweek.site.Site;
import org.awarenessweek.text.HomeZone;

import org.springframework.stereotype.Component;

/**
 * A pledge on one page for its owner's wall. A name that cannot be drawn exactly is left
 * out, with a line to write it on.
 */
@Component
class Certificate {

	/** How wide words may be, in points. */
	private static final float WIDTH = 485;

	private static final float NAME_HEIGHT = 160;

	private static final float LARGEST_NAME = 46;

	private static final float SMALLEST_NAME = 12;

	/** It stands beside a bar. */
	private static final float STATEMENT_WIDTH = 465;

	private static final float STATEMENT_HEIGHT = 160;

	private static final float LARGEST_STATEMENT = 20;

	private static final float SMALLEST_STATEMENT = 5;

	private final Paper paper;

	private final Site site;

	Certificate(Paper paper, Site site) {
		this.paper = paper;
		this.site = site;
	}

	byte[] print(Pledge pledge) {
		Edition edition = pledge.edition();
		CertificateNumber number = pledge.certificate();
		String address = this.site.link(number.path());
		Lines statement = Lines.fit(Typeface.REGULAR.spell(Objects.requireNonNullElse(edition.pledgeStatement(), "")),
				Typeface.REGULAR, LARGEST_STATEMENT, SMALLEST_STATEMENT, STATEMENT_WIDTH, STATEMENT_HEIGHT);
		Map<String, Object> model = new HashMap<>(Map.of("edition", edition, "kind", pledge.kind(), "number", number,
				"address", address, "readable", Poster.readable(address), "confirmed",
				PlainEnglish.date(pledge.confirmedAt().atZone(HomeZone.get()).toLocalDate()), "statementSize",
				statement.size(), "statementMeasure", STATEMENT_WIDTH / statement.size()));
		String given = Objects.requireNonNullElse(pledge.shownName(), "");
		String name = Lines.hold(given, Typeface.BOLD, SMALLEST_NAME, WIDTH, NAME_HEIGHT) ? given : "";
		Lines words = Lines.fit(Typeface.BOLD.spell(name), Typeface.BOLD, LARGEST_NAME, SMALLEST_NAME, WIDTH,
				NAME_HEIGHT);
		model.put("name", name);
		model.put("nameSize", words.size());
		model.put("nameMeasure", WIDTH / words.size());
		return this.paper.print("certificate", model, pledge.confirmedAt()).content();
	}

}
