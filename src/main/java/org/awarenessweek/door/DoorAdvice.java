package org.awarenessweek.door;

import java.io.IOException;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** Tells clients over a limit when to retry. */
@ControllerAdvice
class DoorAdvice {

	@ExceptionHandler
	void tooMany(TooManyRequests refusal, HttpServletResponse response) throws IOException {
		response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(refusal.seconds()));
		response.sendError(HttpStatus.TOO_MANY_REQUESTS.value());
	}

}
