package org.awarenessweek.pledge;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * How many pledges count in an edition.
 *
 * @param count confirmed and not withdrawn
 * @param asOf when the latest of them was confirmed; nothing while there are none
 * @param names the latest that may be shown, newest first
 */
public record PledgeTally(long count, @Nullable Instant asOf, List<String> names) {

	/** One of the latest names, or none, beside the figures. */
	record Line(long count, @Nullable Instant asOf, @Nullable String name) {
	}

	static PledgeTally of(List<Line> lines) {
		Line figures = lines.getFirst();
		return new PledgeTally(figures.count(), figures.asOf(),
				lines.stream().map(Line::name).filter(Objects::nonNull).toList());
	}

}
