package org.awarenessweek.page;

import java.time.Instant;
import java.util.stream.Stream;

/** A room's moments at which public pages differ from before, though nothing is done. */
@FunctionalInterface
public interface Moments {

	/**
	 * The next ones, as the site's clock tells the time; of each kind the first is
	 * enough.
	 * @param now the moment after which they are
	 */
	Stream<Instant> after(Instant now);

}
