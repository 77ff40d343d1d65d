package org.awarenessweek.notice;

import java.time.Instant;

import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/**
 * What a notice says, and when. A link has words of its own.
 *
 * @param words plain text
 * @param link a web address or a path of this site, if it leads anywhere
 * @param linkWords the words of the link
 * @param fromAt when it appears
 * @param untilAt when it disappears, which is later
 */
@Embeddable
public record NoticeContent(String words, @Nullable String link, @Nullable String linkWords, Instant fromAt,
		Instant untilAt) {

	public NoticeContent {
		if ((link == null) != (linkWords == null) || !untilAt.isAfter(fromAt)) {
			throw new IllegalArgumentException("Half a link, or an end that is not after the beginning");
		}
	}

}
