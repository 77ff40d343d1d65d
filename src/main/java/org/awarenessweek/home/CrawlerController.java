package org.awarenessweek.home;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.awarenessweek.edition.Edition;
import org.awarenessweek.edition.Editions;
import org.awarenessweek.event.Events;
import org.awarenessweek.impact.Impacts;
import org.awarenessweek.site.NotFound;
import org.awarenessweek.site.Site;
import org.awarenessweek.text.HomeZone;

import org.springframework.data.domain.Limit;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.HtmlUtils;

/** The files that search engines and security researchers look for. */
@RestController
class CrawlerController {

	private static final String UTF_8_TEXT = "text/plain;charset=UTF-8";

	/** The most entries that a sitemap may have (sitemaps.org/protocol.html). */
	private static final int LARGEST_SITEMAP = 50_000;

	private static final int MONTHS_THAT_THE_CONTACT_HOLDS = 6;

	private final Site site;

	private final Clock clock;

	private final Editions editions;

	private final Events events;

	private final Impacts impacts;

	CrawlerController(Site site, Clock clock, Editions editions, Events events, Impacts impacts) {
		this.site = site;
		this.clock = clock;
		this.editions = editions;
		this.events = events;
		this.impacts = impacts;
	}

	@GetMapping(path = "/sitemap.xml", produces = "application/xml;charset=UTF-8")
	String sitemap() {
		Stream<String> pages = Stream.of("/", "/about", "/get-involved", "/developers", "/editions", "/editions/growth",
				"/pledge/how-we-count", "/pledge/deeds", "/accessibility", "/privacy");
		List<Edition> announced = this.editions.findByAnnouncedAtNotNullOrderByYearDesc();
		Stream<String> current = announced.stream().limit(1).flatMap(CrawlerController::pagesOf);
		List<String> years = announced.stream().map((edition) -> "/editions/" + edition.year()).toList();
		Stream<String> pastCalendars = years.stream().skip(1).map((year) -> year + "/calendar");
		Stream<String> onCalendar = this.events.slugs(Limit.of(LARGEST_SITEMAP / 2))
			.stream()
			.map((slug) -> "/calendar/" + slug);
		Stream<String> toolkits = years.stream().skip(1).map((year) -> year + "/toolkit");
		Stream<String> walls = announced.stream()
			.skip(1)
			.filter((edition) -> edition.pledgeStatement() != null)
			.map((edition) -> "/editions/" + edition.year() + "/pledges");
		Stream<String> impacts = this.impacts.years().stream().map((year) -> "/editions/" + year + "/impact");
		return Stream.of(pages, current, years.stream(), pastCalendars, toolkits, walls, impacts, onCalendar)
			.flatMap((paths) -> paths)
			.map((path) -> "<url><loc>" + HtmlUtils.htmlEscape(this.site.link(path)) + "</loc></url>\n")
			.collect(Collectors.joining("", """
					<?xml version="1.0" encoding="UTF-8"?>
					<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
					""", "</urlset>\n"));
	}

	/** The pages that exist only for the current edition, if it has what they show. */
	private static Stream<String> pagesOf(Edition current) {
		return Stream
			.of(Stream.of("/theme", "/toolkit", "/calendar", "/pledge/wall", "/pledge/wall/organisations",
					"/pledge/numbers"), Stream.of("/calendar/submit").filter((path) -> current.takesEvents()),
					Stream.of("/pledge").filter((path) -> current.pledgeStatement() != null))
			.flatMap((paths) -> paths);
	}

	@GetMapping(path = "/robots.txt", produces = UTF_8_TEXT)
	String robots() {
		return """
				User-agent: *
				Disallow: /team

				Sitemap: %s
				""".formatted(this.site.link("/sitemap.xml"));
	}

	/** See RFC 9116; not found if the site has no contact. */
	@GetMapping(path = "/.well-known/security.txt", produces = UTF_8_TEXT)
	String security() {
		if (this.site.contact() == null) {
			throw new NotFound();
		}
		LocalDate month = LocalDate.ofInstant(this.clock.instant(), HomeZone.get()).withDayOfMonth(1);
		return """
				Contact: mailto:%s
				Expires: %s
				Preferred-Languages: en
				Canonical: %s
				""".formatted(this.site.contact(),
				month.plusMonths(MONTHS_THAT_THE_CONTACT_HOLDS).atStartOfDay(ZoneOffset.UTC).toInstant(),
				this.site.link("/.well-known/security.txt"));
	}

}
