package org.awarenessweek;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.Tag;

import org.springframework.boot.data.jpa.test.autoconfigure.DataJpaTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestExecutionListeners;

/**
 * A test of entities, repositories and imported beans, on a new migrated database (H2,
 * and PostgreSQL in a second run), with a {@link MovableClock}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@Tag(TestDatabases.TAG)
@DataJpaTest(showSql = false)
@ContextConfiguration(initializers = TestDatabases.New.class)
@Import(MovableClock.InPlaceOfTheRealOne.class)
@TestExecutionListeners(listeners = MovableClock.BackToTheStart.class,
		mergeMode = TestExecutionListeners.MergeMode.MERGE_WITH_DEFAULTS)
public @interface DatabaseTest {

}
