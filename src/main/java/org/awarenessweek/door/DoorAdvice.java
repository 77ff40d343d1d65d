package org.awarenessweek.door;

import java.io.IOException;
import java.sql.SQLException;

import jakarta.servlet.http.HttpServletResponse;
import org.awarenessweek.work.DatabaseAway;

import org.springframework.core.NestedRuntimeException;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/**
 * Tells clients over a limit, and those who come while the database is away, when to
 * retry.
 */
@ControllerAdvice
class DoorAdvice {

	/** The SQL state of both databases. */
	private static final String UNIQUE_VIOLATION = "23505";

	/** In seconds. */
	private static final String A_WHILE = "30";

	@ExceptionHandler
	void tooMany(TooManyRequests refusal, HttpServletResponse response) throws IOException {
		response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(refusal.seconds()));
		response.sendError(HttpStatus.TOO_MANY_REQUESTS.value());
	}

	/**
	 * Answers 409 if someone else changed the same thing first, 503 if the database is
	 * away, full or out of connections, and 500 for all else, which is the site's own
	 * fault.
	 */
	@ExceptionHandler({ DataAccessException.class, TransactionException.class })
	void refused(NestedRuntimeException ex, HttpServletResponse response) throws IOException {
		HttpStatus status = status(ex);
		if (status == HttpStatus.SERVICE_UNAVAILABLE) {
			DatabaseAway.begins(ex);
			response.setHeader(HttpHeaders.RETRY_AFTER, A_WHILE);
		}
		response.sendError(status.value());
	}

	private static HttpStatus status(NestedRuntimeException ex) {
		if (ex instanceof ConcurrencyFailureException || (ex.getMostSpecificCause() instanceof SQLException sql
				&& UNIQUE_VIOLATION.equals(sql.getSQLState()))) {
			return HttpStatus.CONFLICT;
		}
		return DatabaseAway.isCause(ex) ? HttpStatus.SERVICE_UNAVAILABLE : HttpStatus.INTERNAL_SERVER_ERROR;
	}

}
