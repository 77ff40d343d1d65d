package org.awarenessweek;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.test.context.TestPropertySource;

/**
 * A {@link JourneyTest} in which each network may send one form and sign in ten times.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@JourneyTest
@TestPropertySource(properties = { "limits.forms-per-network=1", "limits.sign-in-tries=10" })
public @interface LimitedJourneyTest {

}
