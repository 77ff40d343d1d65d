package org.awarenessweek.work;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.resilience.annotation.Retryable;

/**
 * Runs a transaction again, a little later each time, if another one changed the same
 * rows or took the same place at the same moment. Of many that meet, one gets through
 * each time, so the growing pauses spread them over about three seconds. What it throws
 * after the last try is thrown.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Retryable(includes = { ConcurrencyFailureException.class, DataIntegrityViolationException.class }, maxRetries = 16,
		delay = 10, jitter = 10, multiplier = 1.4, maxDelay = 400)
public @interface RetryOnConflict {

}
