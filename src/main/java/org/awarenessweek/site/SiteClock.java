package org.awarenessweek.site;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;

import org.awarenessweek.text.HomeZone;

import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.stereotype.Component;

/**
 * The time that pages use for the week's phase, what is on now and an event's links. It
 * is the real time unless {@code site.now} sets another start. Limits, expiry and records
 * must use the real {@link Clock}.
 */
@Component
public class SiteClock {

	private final Clock clock;

	/**
	 * @param settings say where to start, if not now
	 * @param clock the real time
	 */
	public SiteClock(SiteSettings settings, Clock clock) {
		this.clock = (settings.now() != null)
				? Clock.offset(clock, Duration.between(clock.instant(), start(settings.now()))) : clock;
	}

	/** The current time for visitors. */
	public Instant now() {
		return this.clock.instant();
	}

	/** The same moment on the week's own clocks. */
	public ZonedDateTime homeNow() {
		return now().atZone(HomeZone.get()).truncatedTo(ChronoUnit.MINUTES);
	}

	/** The current date on them. */
	public LocalDate today() {
		return homeNow().toLocalDate();
	}

	private static Instant start(String now) {
		try {
			return now.matches(".*(Z|[+-]\\d\\d:?\\d\\d)$") ? OffsetDateTime.parse(now).toInstant()
					: LocalDateTime.parse(now).atZone(HomeZone.get()).toInstant();
		}
		catch (DateTimeException ex) {
			throw new InvalidConfigurationPropertyValueException("site.now", now,
					"Write a date and a time, for example --site.now=2021-06-08T09:40.");
		}
	}

}
