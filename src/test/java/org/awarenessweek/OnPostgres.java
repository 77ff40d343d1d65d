package org.awarenessweek;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.test.context.ContextConfiguration;

/**
 * The same tests once more on PostgreSQL:
 * {@code @OnPostgres class PledgesOnPostgresTests extends PledgesTests}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ContextConfiguration(initializers = TestDatabases.Postgres.class)
public @interface OnPostgres {

}
