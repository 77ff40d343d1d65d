package org.awarenessweek;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.awarenessweek.mail.TestMailServer;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/**
 * A test of the whole application behind a real port: on a new H2 database, with a
 * {@link MovableClock}, its mails received by the {@link TestMailServer}. A subclass with
 * {@link OnPostgres} runs it on PostgreSQL too. Pledges show at once, not some seconds
 * later.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { "site.base-url=http://localhost", "site.contact=hello@week.example", "management.server.port=-1",
				"page.brief=0s" })
@ContextConfiguration(initializers = { TestDatabases.H2.class, TestMailServer.InTheSettings.class })
@Import(MovableClock.InPlaceOfTheRealOne.class)
public @interface JourneyTest {

}
