package org.awarenessweek.site;

import java.io.IOException;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpStatus;
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

	@InitBinder
	void readTyping(WebDataBinder binder) {
		binder.registerCustomEditor(String.class, new TypedText());
	}

	/** Two changed the same thing at the same moment, and the other was faster. */
	@ExceptionHandler
	void tooLate(OptimisticLockingFailureException refusal, HttpServletResponse response) throws IOException {
		response.sendError(HttpStatus.CONFLICT.value());
	}

}
