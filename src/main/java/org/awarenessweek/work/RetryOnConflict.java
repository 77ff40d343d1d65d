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
 * Runs a transaction again, some milliseconds later, if another one changed the same rows
 * or took the same place at the same moment: of many that meet, one gets through each
 * time. What it throws after the last try is thrown.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Retryable(includes = { ConcurrencyFailureException.class, DataIntegrityViolationException.class }, maxRetries = 10,
		delay = 10, jitter = 10)
public @interface RetryOnConflict {

}
