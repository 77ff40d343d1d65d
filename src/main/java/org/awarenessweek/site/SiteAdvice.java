package org.awarenessweek.site;

import java.io.IOException;
import java.sql.SQLException;
import java.time.LocalDate;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.awarenessweek.text.FitCharacters;
import org.awarenessweek.text.TypedText;

import org.springframework.core.NestedRuntimeException;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What all controllers share. */
@ControllerAdvice
class SiteAdvice {

	private static final PlainEnglish ENGLISH = new PlainEnglish();

	/** The SQL state of both databases. */
	private static final String UNIQUE_VIOLATION = "23505";

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

	/**
	 * Answers 409 if someone else changed the same thing first, 503 if the database is
	 * down or out of connections, and 500 for all else, which is the site's own fault.
	 */
	@ExceptionHandler({ DataAccessException.class, TransactionException.class })
	void refused(NestedRuntimeException ex, HttpServletResponse response) throws IOException {
		HttpStatus status = status(ex);
		if (status == HttpStatus.SERVICE_UNAVAILABLE) {
			response.setHeader(HttpHeaders.RETRY_AFTER, "30");
		}
		response.sendError(status.value());
	}

	@ExceptionHandler
	ResponseEntity<Void> leadOn(Moved moved) {
		return ResponseEntity.status(HttpStatus.MOVED_PERMANENTLY).header(HttpHeaders.LOCATION, moved.path()).build();
	}

	private static HttpStatus status(NestedRuntimeException ex) {
		if (ex instanceof ConcurrencyFailureException || (ex.getMostSpecificCause() instanceof SQLException sql
				&& UNIQUE_VIOLATION.equals(sql.getSQLState()))) {
			return HttpStatus.CONFLICT;
		}
		return (ex instanceof CannotCreateTransactionException || ex instanceof DataAccessResourceFailureException
				|| ex instanceof TransientDataAccessException) ? HttpStatus.SERVICE_UNAVAILABLE
						: HttpStatus.INTERNAL_SERVER_ERROR;
	}

}
