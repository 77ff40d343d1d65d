package org.awarenessweek.site;

import java.util.Map;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.awarenessweek.log.RequestIds;

import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * The site's error page for people, and a problem detail (RFC 9457) for clients that ask
 * for JSON. Neither shows the text of an exception.
 */
@Controller
@RequestMapping("/error")
class Errors implements ErrorController {

	/** In seconds. */
	private static final String A_WHILE = "30";

	@RequestMapping
	ModelAndView page(HttpServletRequest request, HttpServletResponse response) {
		HttpStatus status = status(request);
		setHeaders(response, status);
		ModelAndView page = new ModelAndView("error", Map.of("status", status.value()), status);
		return status.is5xxServerError() ? page.addObject("requestId", RequestIds.current()) : page;
	}

	@RequestMapping(produces = { MediaType.APPLICATION_PROBLEM_JSON_VALUE, MediaType.APPLICATION_JSON_VALUE })
	ResponseEntity<ProblemDetail> problem(HttpServletRequest request, HttpServletResponse response) {
		HttpStatus status = status(request);
		setHeaders(response, status);
		return ResponseEntity.status(status)
			.contentType(MediaType.APPLICATION_PROBLEM_JSON)
			.body(ProblemDetail.forStatus(status));
	}

	private static void setHeaders(HttpServletResponse response, HttpStatus status) {
		// Nobody keeps this page, so it can differ for each request
		response.setHeader(RequestIds.HEADER, RequestIds.current());
		response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
		if (status == HttpStatus.SERVICE_UNAVAILABLE && !response.containsHeader(HttpHeaders.RETRY_AFTER)) {
			response.setHeader(HttpHeaders.RETRY_AFTER, A_WHILE);
		}
	}

	private static HttpStatus status(HttpServletRequest request) {
		Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
		HttpStatus status = (code instanceof Integer number) ? HttpStatus.resolve(number) : HttpStatus.NOT_FOUND;
		return (status != null) ? status : HttpStatus.INTERNAL_SERVER_ERROR;
	}

}
