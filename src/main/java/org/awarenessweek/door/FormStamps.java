package org.awarenessweek.door;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Signs the time at which we showed a form. This stops programs that send forms unseen,
 * or faster than anyone reads, without a puzzle for people.
 */
@Component
public class FormStamps {

	private static final Duration OLDEST = Duration.ofDays(1);

	private final SigningKey key;

	private final Duration youngest;

	private final Clock clock;

	FormStamps(SigningKey key, Limits limits, Clock clock) {
		this.key = key;
		this.youngest = limits.youngestForm();
		this.clock = clock;
	}

	/** The current time, signed. */
	public String stamp() {
		String time = String.valueOf(this.clock.millis());
		return time + "." + this.key.sign("stamp " + time);
	}

	/** Whether we signed a stamp long enough ago to read the form, but within a day. */
	public boolean genuine(@Nullable String stamp) {
		if (stamp == null || !stamp.matches("\\d{1,18}\\.[\\w-]+")) {
			return false;
		}
		String time = stamp.substring(0, stamp.indexOf('.'));
		byte[] expected = (time + "." + this.key.sign("stamp " + time)).getBytes(StandardCharsets.UTF_8);
		Duration age = Duration.between(Instant.ofEpochMilli(Long.parseLong(time)), this.clock.instant());
		return MessageDigest.isEqual(expected, stamp.getBytes(StandardCharsets.UTF_8))
				&& age.compareTo(this.youngest) >= 0 && age.compareTo(OLDEST) <= 0;
	}

}
