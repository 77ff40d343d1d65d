package org.awarenessweek.site;

import java.time.LocalDate;

import jakarta.servlet.http.HttpServletRequest;
import org.awarenessweek.text.FitCharacters;
import org.awarenessweek.text.TypedText;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What all controllers share. */
@ControllerAdvice
class SiteAdvice {

	private static final PlainEnglish ENGLISH = new PlainEnglish();

	private static final FieldOrder FIELD_ORDER = new FieldOrder();

	private final Site site;

	private final SiteClock clock;

	SiteAdvice(Site site, SiteClock clock) {
		this.site = site;
		this.clock = clock;
	}

	@ModelAttribute("site")
	Site site() {
		return this.site;
	}

	@ModelAttribute("english")
	PlainEnglish english() {
		return ENGLISH;
	}

	@ModelAttribute("fieldOrder")
	FieldOrder fieldOrder() {
		return FIELD_ORDER;
	}

	/** The day on the week's own clocks. */
	@ModelAttribute("today")
	LocalDate today() {
		return this.clock.today();
	}

	@ModelAttribute("path")
	String path(HttpServletRequest request) {
		return request.getRequestURI();
	}

	@ModelAttribute("menu")
	Menu menu(HttpServletRequest request) {
		return new Menu(request.getRequestURI());
	}

	/** Forms are records; parameters that they do not declare are ignored. */
	@InitBinder
	void readTyping(WebDataBinder binder) {
		binder.registerCustomEditor(String.class, new TypedText());
		binder.addValidators(new FitCharacters());
		binder.setDeclarativeBinding(true);
	}

	/** A version that is not a number counts as stale, so the typing is kept. */
	@InitBinder("version")
	void readVersion(WebDataBinder binder) {
		binder.registerCustomEditor(int.class, new StaleForm.Version());
	}

	@ExceptionHandler
	ResponseEntity<Void> leadOn(Moved moved) {
		return ResponseEntity.status(HttpStatus.MOVED_PERMANENTLY).header(HttpHeaders.LOCATION, moved.path()).build();
	}

}
