package org.awarenessweek.pledge;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * How many pledges count in an edition.
 *
 * @param count confirmed and not withdrawn
 * @param asOf when this last changed, by a confirmation or a withdrawal; nothing while it
 * never has
 * @param names the latest that may be shown, newest first
 */
public record PledgeTally(long count, @Nullable Instant asOf, List<String> names) {

	/** One of the latest names, or none, beside the figures. */
	record Line(long count, @Nullable Instant confirmed, @Nullable Instant withdrawn, @Nullable String name) {

		private @Nullable Instant changed() {
			return Stream.of(this.confirmed, this.withdrawn)
				.filter(Objects::nonNull)
				.max(Comparator.naturalOrder())
				.orElse(null);
		}

	}

	static PledgeTally of(List<Line> lines) {
		Line figures = lines.getFirst();
		return new PledgeTally(figures.count(), figures.changed(),
				lines.stream().map(Line::name).filter(Objects::nonNull).toList());
	}

}
