package org.awarenessweek.command;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import jakarta.servlet.http.HttpServletRequest;
import org.awarenessweek.door.SigningKey;
import org.awarenessweek.site.NotFound;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * Tells the command {@code check} what the site sees of its request. It answers only who
 * knows the site's key, which is nowhere but in the database.
 */
@Controller
class Seen {

	private static final String PATH = "/check";

	private static final Duration LIVES = Duration.ofMinutes(10);

	private final SigningKey key;

	private final Clock clock;

	Seen(SigningKey key, Clock clock) {
		this.key = key;
		this.clock = clock;
	}

	/** The path that the site answers for some minutes. */
	static String path(SigningKey key, Instant now) {
		return PATH + "?token=" + token(key, String.valueOf(now.getEpochSecond()));
	}

	private static String token(SigningKey key, String seconds) {
		return seconds + "." + key.sign("check " + seconds);
	}

	/** The address of the site and that of its client, as it sees them. */
	@GetMapping(path = PATH, produces = "text/plain")
	@ResponseBody
	String seen(@RequestParam(required = false) @Nullable String token, HttpServletRequest request) {
		String seconds = (token != null) ? token.replaceAll("\\..*", "") : "";
		if (token == null || !seconds.matches("\\d{1,12}") || !isRecent(Instant.ofEpochSecond(Long.parseLong(seconds)))
				|| !MessageDigest.isEqual(token.getBytes(StandardCharsets.UTF_8),
						token(this.key, seconds).getBytes(StandardCharsets.UTF_8))) {
			throw new NotFound();
		}
		return ServletUriComponentsBuilder.fromRequestUri(request).replacePath("/").toUriString() + " "
				+ request.getRemoteAddr();
	}

	private boolean isRecent(Instant moment) {
		return Duration.between(moment, this.clock.instant()).abs().compareTo(LIVES) < 0;
	}

}
