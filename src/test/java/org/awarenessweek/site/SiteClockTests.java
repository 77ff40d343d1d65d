package org.awarenessweek.site;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

import org.awarenessweek.MovableClock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SiteClockTests {

	private static final Instant REAL = Instant.parse("2026-01-15T12:00:00Z");

	@Test
	void showsTheRealTimeUnlessTold() {
		assertThat(clock(null, Clock.fixed(REAL, ZoneOffset.UTC)).now()).isEqualTo(REAL);
	}

	@Test
	void startsInUkTimeWhereTheSettingHasNoOffset() {
		assertThat(clock("2021-06-08T09:40", Clock.fixed(REAL, ZoneOffset.UTC)).now())
			.isEqualTo("2021-06-08T08:40:00Z");
	}

	@Test
	void startsWhereAnOffsetSays() {
		assertThat(clock("2021-06-08T09:40+09:30", Clock.fixed(REAL, ZoneOffset.UTC)).now())
			.isEqualTo("2021-06-08T00:10:00Z");
	}

	@Test
	void ticksFromThere() {
		var real = new MovableClock();
		real.set(REAL);
		SiteClock clock = clock("2021-06-08T23:59:30", real);
		real.advance(java.time.Duration.ofMinutes(1));
		assertThat(clock.now()).isEqualTo("2021-06-08T23:00:30Z");
		assertThat(clock.today()).isEqualTo(LocalDate.of(2021, 6, 9));
	}

	@Test
	void knowsTheDayInTheUkWhateverTheServersZone() {
		Clock justBeforeMidnightUtc = Clock.fixed(Instant.parse("2021-06-06T23:30:00Z"), ZoneOffset.UTC);
		assertThat(clock(null, justBeforeMidnightUtc).today()).isEqualTo(LocalDate.of(2021, 6, 7));
	}

	@Test
	void saysHowToWriteTheSetting() {
		assertThatThrownBy(() -> clock("tomorrow", Clock.fixed(REAL, ZoneOffset.UTC)))
			.isInstanceOf(InvalidConfigurationPropertyValueException.class);
	}

	private static SiteClock clock(@Nullable String now, Clock real) {
		var nothing = new SiteFacts.Organisation(null, null, null, null, null);
		return new SiteClock(new SiteSettings("Week", URI.create("http://localhost"), null, nothing, now), real);
	}

}
