package org.awarenessweek.feed;

import java.util.List;
import java.util.Locale;

import jakarta.servlet.http.HttpServletRequest;
import org.awarenessweek.site.NotFound;

import org.springframework.context.MessageSource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.validation.BindException;
import org.springframework.validation.FieldError;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** Tells programs what is wrong with an address, as a problem detail (RFC 9457). */
@ControllerAdvice(assignableTypes = FeedController.class)
class FeedProblems {

	private final MessageSource messages;

	FeedProblems(MessageSource messages) {
		this.messages = messages;
	}

	@ExceptionHandler
	ResponseEntity<ProblemDetail> impossible(BindException refusal, HttpServletRequest request) {
		ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.UNPROCESSABLE_CONTENT,
				"The calendar has no such filter.");
		List<ImpossibleValue> values = refusal.getFieldErrors()
			.stream()
			.map((error) -> impossible(error, request))
			.toList();
		problem.setProperty("errors", values);
		return answer(problem);
	}

	@ExceptionHandler
	ResponseEntity<ProblemDetail> missing(NotFound missing) {
		return answer(ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, "There is no such feed."));
	}

	private ImpossibleValue impossible(FieldError error, HttpServletRequest request) {
		String parameter = error.getField().replaceAll("\\[.*", "");
		String[] values = request.getParameterValues(parameter);
		return new ImpossibleValue(parameter, (values != null) ? String.join(",", values) : "",
				this.messages.getMessage(error, Locale.UK));
	}

	private static ResponseEntity<ProblemDetail> answer(ProblemDetail problem) {
		return ResponseEntity.status(problem.getStatus())
			.cacheControl(CacheControl.noStore())
			.contentType(MediaType.APPLICATION_PROBLEM_JSON)
			.body(problem);
	}

	/**
	 * A parameter that could not be read, and how to correct it.
	 *
	 * @param parameter its name in the address
	 * @param value its value as sent
	 * @param detail the correction in plain English
	 */
	record ImpossibleValue(String parameter, String value, String detail) {
	}

}
