package org.awarenessweek.site;

import java.io.IOException;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.awarenessweek.text.TypedText;

import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What every controller of the site has in common. */
@ControllerAdvice
class SiteAdvice {

	private static final PlainEnglish ENGLISH = new PlainEnglish();

	private final Site site;

	SiteAdvice(Site site) {
		this.site = site;
	}

	@ModelAttribute("site")
	Site site() {
		return this.site;
	}

	@ModelAttribute("english")
	PlainEnglish english() {
		return ENGLISH;
	}

	@ModelAttribute("path")
	String path(HttpServletRequest request) {
		return request.getRequestURI();
	}

	@ModelAttribute("menu")
	Menu menu(HttpServletRequest request) {
		return new Menu(request.getRequestURI());
	}

	/** Forms are records: what their constructors do not ask for is ignored. */
	@InitBinder
	void readTyping(WebDataBinder binder) {
		binder.registerCustomEditor(String.class, new TypedText());
		binder.setDeclarativeBinding(true);
	}

	/** Two changed the same thing at the same moment, and the other was faster. */
	@ExceptionHandler({ ConcurrencyFailureException.class, DataIntegrityViolationException.class })
	void tooLate(HttpServletResponse response) throws IOException {
		response.sendError(HttpStatus.CONFLICT.value());
	}

	/** The database is not there, or has no connection left for so many people. */
	@ExceptionHandler({ CannotCreateTransactionException.class, CannotGetJdbcConnectionException.class })
	void tooBusy(HttpServletResponse response) throws IOException {
		response.setHeader(HttpHeaders.RETRY_AFTER, "30");
		response.sendError(HttpStatus.SERVICE_UNAVAILABLE.value());
	}

}
