package org.awarenessweek;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

import org.awarenessweek.page.AllPages;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

import static org.mockito.Mockito.mock;

/**
 * A clock that stands still until a test moves it, in place of the real one: Tuesday 8
 * June 2021, 9:40am in the UK. Before it moves, it waits for the {@link Background},
 * which may hold a lease on an email.
 */
public final class MovableClock extends Clock {

	/** The time at which it starts, in the middle of the 2021 week. */
	public static final Instant START = Instant.parse("2021-06-08T08:40:00Z");

	private final Runnable whenGoneBack;

	private volatile Instant now = START;

	public MovableClock() {
		this(() -> {
		});
	}

	/**
	 * A clock at its start.
	 * @param whenGoneBack forgets what was made at times that are in the future again
	 */
	private MovableClock(Runnable whenGoneBack) {
		this.whenGoneBack = whenGoneBack;
	}

	public void set(Instant instant) {
		Background.settle();
		boolean back = instant.isBefore(this.now);
		this.now = instant;
		if (back) {
			this.whenGoneBack.run();
		}
	}

	public void advance(Duration duration) {
		set(this.now.plus(duration));
	}

	@Override
	public Instant instant() {
		return this.now;
	}

	@Override
	public ZoneId getZone() {
		return ZoneOffset.UTC;
	}

	@Override
	public Clock withZone(ZoneId zone) {
		throw new UnsupportedOperationException();
	}

	/**
	 * Starts each test class in the week, wherever others have left the clock, without
	 * earlier notices to the team or later records of its work. In limited tests the
	 * clock only moves on.
	 */
	static final class BackToTheStart implements TestExecutionListener {

		@Override
		public void beforeTestClass(TestContext test) {
			if (!AnnotatedElementUtils.hasAnnotation(test.getTestClass(), LimitedJourneyTest.class)) {
				ApplicationContext application = test.getApplicationContext();
				application.getBean(MovableClock.class).set(START);
				JdbcTemplate database = application.getBean(JdbcTemplate.class);
				database.update("delete from team_notice where template <> ''");
				database.update("delete from team_record where done_at > ?", START.atOffset(ZoneOffset.UTC));
			}
		}

	}

	/**
	 * Replaces the real clock. Since it stands still, no scheduled task starts by itself:
	 * a test calls it.
	 */
	@TestConfiguration(proxyBeanMethods = false)
	public static class InPlaceOfTheRealOne {

		@Bean
		@Primary
		MovableClock movableClock(ApplicationContext site) {
			return new MovableClock(() -> AllPages.forget(site));
		}

		@Bean
		TaskScheduler scheduler() {
			return mock();
		}

	}

}
