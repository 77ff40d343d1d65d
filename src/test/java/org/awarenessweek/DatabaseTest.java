package org.awarenessweek;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.flywaydb.core.api.migration.JavaMigration;

import org.springframework.boot.data.jpa.test.autoconfigure.DataJpaTest;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/**
 * A test of entities, repositories and what is imported, on a new H2 database with all
 * migrations, and with a {@link MovableClock}. A subclass with {@link OnPostgres} runs it
 * on PostgreSQL too.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@DataJpaTest(showSql = false,
		includeFilters = @Filter(type = FilterType.ASSIGNABLE_TYPE, classes = JavaMigration.class))
@ContextConfiguration(initializers = TestDatabases.H2.class)
@Import(MovableClock.InPlaceOfTheRealOne.class)
public @interface DatabaseTest {

}
