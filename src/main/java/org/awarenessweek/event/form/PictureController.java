package org.awarenessweek.event.form;

import java.time.Duration;

import org.awarenessweek.event.Events;
import org.awarenessweek.picture.Pictures;
import org.awarenessweek.site.NotFound;
import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.Limit;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The pictures of events: for everybody once one that has it is on the calendar; before,
 * for whoever sent it, and for the team.
 */
@Controller
class PictureController {

	private static final String NAME = "/picture/{hash:[0-9a-f]{64}}.jpg";

	private final Events events;

	private final Pictures pictures;

	private final EventExtras extras;

	PictureController(Events events, Pictures pictures, EventExtras extras) {
		this.events = events;
		this.pictures = pictures;
		this.extras = extras;
	}

	@GetMapping("/calendar" + NAME)
	ResponseEntity<byte[]> show(@PathVariable String hash, @RequestParam(required = false) @Nullable String token) {
		if (token != null) {
			return picture(this.extras.allows(hash, token), hash, CacheControl.noStore());
		}
		return picture(!this.events.onCalendarWith(hash, Limit.of(1)).isEmpty(), hash,
				CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable());
	}

	@GetMapping("/team/events" + NAME)
	ResponseEntity<byte[]> showTheTeam(@PathVariable String hash) {
		return picture(true, hash, CacheControl.noStore());
	}

	private ResponseEntity<byte[]> picture(boolean allowed, String hash, CacheControl kept) {
		byte[] content = this.pictures.content(hash).filter((found) -> allowed).orElseThrow(NotFound::new);
		return ResponseEntity.ok().contentType(MediaType.IMAGE_JPEG).cacheControl(kept).body(content);
	}

}
