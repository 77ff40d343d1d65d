package org.awarenessweek.print;

import java.util.Optional;
import java.util.function.Function;

import org.awarenessweek.pledge.Pledge;
import org.awarenessweek.pledge.mine.PledgeSelfService;
import org.awarenessweek.site.Site;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * Serves a signatory's certificate and card to the holder of the pledge's link, while the
 * pledge counts and names the signatory.
 */
@Controller
class KeepsakeController {

	private final PledgeSelfService selfService;

	private final Press press;

	private final Certificate certificate;

	private final Site site;

	KeepsakeController(PledgeSelfService selfService, Press press, Certificate certificate, Site site) {
		this.selfService = selfService;
		this.press = press;
		this.certificate = certificate;
		this.site = site;
	}

	@GetMapping("/pledge/certificate.pdf")
	Object certificate(@RequestParam Optional<String> token) {
		return answer(token, MediaType.APPLICATION_PDF, "pledge-certificate-%d.pdf", this.certificate::print);
	}

	@GetMapping("/pledge/my-card.png")
	Object card(@RequestParam Optional<String> token) {
		return answer(token, MediaType.IMAGE_PNG, "pledge-card-%d.png",
				(pledge) -> ShareCard.of(this.site, pledge).png());
	}

	private Object answer(Optional<String> token, MediaType type, String name, Function<Pledge, byte[]> maker) {
		return token.flatMap(this.selfService::mine)
			.<Object>map((pledge) -> pledge.showable() ? document(pledge, type, name, maker)
					: new ModelAndView("print/none", HttpStatus.GONE))
			.orElseGet(() -> new ModelAndView("pledge/dead-link", HttpStatus.NOT_FOUND));
	}

	private ResponseEntity<byte[]> document(Pledge pledge, MediaType type, String name,
			Function<Pledge, byte[]> maker) {
		var disposition = ContentDisposition.inline().filename(name.formatted(pledge.edition().year())).build();
		return ResponseEntity.ok()
			.contentType(type)
			.header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
			.body(this.press.makeForOne(() -> maker.apply(pledge)));
	}

}
