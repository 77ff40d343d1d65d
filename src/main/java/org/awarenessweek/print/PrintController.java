package org.awarenessweek.print;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

import jakarta.validation.Valid;
import org.awarenessweek.calendar.CalendarFilter;
import org.awarenessweek.edition.Edition;
import org.awarenessweek.event.Event;
import org.awarenessweek.event.Events;
import org.awarenessweek.site.Moved;
import org.awarenessweek.site.NotFound;
import org.awarenessweek.site.Site;
import org.awarenessweek.site.SiteFacts;

import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;

/** The programme, the posters and the cards. */
@Controller
class PrintController {

	private static final String SLUG = "{slug:[a-z0-9-]{1,80}}";

	private final Events events;

	private final Press press;

	private final Paper paper;

	private final Poster poster;

	private final Site site;

	PrintController(Events events, Press press, Paper paper, Poster poster, Site site) {
		this.events = events;
		this.press = press;
		this.paper = paper;
		this.poster = poster;
		this.site = site;
	}

	/** The calendar's own page handles an invalid filter. */
	@GetMapping("/calendar/programme.pdf")
	Object programme(@Valid @ModelAttribute("filter") CalendarFilter filter, BindingResult errors, Edition edition) {
		if (errors.hasErrors()) {
			return "forward:/calendar";
		}
		Page<Event> found = this.events.findAll(filter.onCalendar(edition), PageRequest.of(0, Programme.MOST));
		String address = this.site.link(filter.asList().turnedTo(null).at("/calendar"));
		Shown shown = shown(edition, found.getContent(), address + " " + found.getTotalElements());
		byte[] pdf = this.press.make(shown, () -> this.paper.print("programme",
				Map.of("edition", edition, "address", address, "readable", Poster.readable(this.site.link("/calendar")),
						"programme", Programme.of(edition, filter, found.getContent(), found.getTotalElements())),
				lastChange(found.getContent()))
			.content());
		return pdf(pdf, "programme-" + edition.year() + ".pdf");
	}

	@GetMapping("/calendar/" + SLUG + "/poster.pdf")
	ResponseEntity<byte[]> poster(@PathVariable String slug) {
		return answer(slug, "/poster.pdf",
				(event) -> pdf(this.press.make(shown(event, "poster"), () -> this.poster.print(event)),
						"poster-" + event.slug() + ".pdf"));
	}

	@GetMapping("/calendar/" + SLUG + "/card.png")
	ResponseEntity<byte[]> card(@PathVariable String slug) {
		return answer(slug, "/card.png",
				(event) -> png(this.press.make(shown(event, "card"), () -> this.poster.card(event))));
	}

	@GetMapping("/card.png")
	ResponseEntity<byte[]> card(Edition edition) {
		return png(this.press.make(shown(edition, List.of(), "card"), () -> ShareCard.of(this.site, edition).png()));
	}

	@GetMapping("/pledge/card.png")
	ResponseEntity<byte[]> pledgeCard(Edition edition) {
		if (edition.pledgeStatement() == null) {
			throw new NotFound();
		}
		return png(this.press.make(shown(edition, List.of(), "pledge"),
				() -> ShareCard.ofPledge(this.site, edition).png()));
	}

	private ResponseEntity<byte[]> answer(String slug, String document,
			Function<Event, ResponseEntity<byte[]>> answer) {
		return this.events.onCalendar(slug)
			.map(answer)
			.orElseThrow(() -> new Moved(
					"/calendar/" + this.events.presentSlug(slug).orElseThrow(NotFound::new) + document));
	}

	private static ResponseEntity<byte[]> pdf(byte[] pdf, String name) {
		return ResponseEntity.ok()
			.contentType(MediaType.APPLICATION_PDF)
			.header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.inline().filename(name).build().toString())
			.header("X-Robots-Tag", "noindex")
			.body(pdf);
	}

	private static ResponseEntity<byte[]> png(byte[] png) {
		return ResponseEntity.ok().contentType(MediaType.IMAGE_PNG).body(png);
	}

	private static Instant lastChange(List<Event> events) {
		return events.stream()
			.map((event) -> event.history().changedAt())
			.max(Instant::compareTo)
			.orElse(Instant.EPOCH);
	}

	private Shown shown(Edition edition, List<Event> events, String what) {
		return new Shown(this.site.facts(), edition.id(), edition.version(),
				events.stream().map((event) -> event.id() + " " + event.history().revision()).toList(), what);
	}

	private Shown shown(Event event, String what) {
		return shown(event.edition(), List.of(event), what);
	}

	/**
	 * The cache key: everything that a document shows.
	 *
	 * @param facts what the week is called
	 * @param edition the week
	 * @param version its version
	 * @param revisions each event with its revision, in order
	 * @param what which document this is
	 */
	private record Shown(SiteFacts facts, UUID edition, int version, List<String> revisions, String what) {
	}

}
