package org.awarenessweek;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.awarenessweek.mail.TestMailServer;
import org.awarenessweek.team.member.TestTeam;
import org.junit.jupiter.api.Tag;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestExecutionListeners;

/**
 * A test of the whole application behind a real port, on a new database (H2, and
 * PostgreSQL in a second run), with a {@link MovableClock} and no scheduled tasks. The
 * {@link TestMailServer} receives its emails. Pledges show at once, not seconds later,
 * and forms have no limits and a long timeout: {@link LimitedJourneyTest} tests the
 * limits.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@Tag(TestDatabases.TAG)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { "site.base-url=http://localhost", "site.contact=hello@week.example", "management.server.port=-1",
				"page.age=0s", "limits.forms-per-network=100000", "limits.sign-in-tries=100000", "limits.patience=2m" })
@ContextConfiguration(initializers = { TestDatabases.New.class, TestMailServer.InTheSettings.class })
@Import({ MovableClock.InPlaceOfTheRealOne.class, TestTeam.QuickPasswords.class })
@TestExecutionListeners(listeners = { MovableClock.BackToTheStart.class, TestTeam.LeavesAfterEachTest.class },
		mergeMode = TestExecutionListeners.MergeMode.MERGE_WITH_DEFAULTS)
public @interface JourneyTest {

}
