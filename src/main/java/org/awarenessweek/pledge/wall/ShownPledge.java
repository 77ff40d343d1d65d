package org.awarenessweek.pledge.wall;

import org.awarenessweek.pledge.PledgeKind;
import org.awarenessweek.pledge.PledgeRole;
import org.awarenessweek.site.Cursor;
import org.jspecify.annotations.Nullable;

/**
 * A pledge as the wall shows it; of an organisation's, only the organisation.
 *
 * @param cursor its place on the wall
 * @param name of the person or the organisation, exactly as it was given
 * @param role what the person does
 * @param otherRole the same in their own words
 * @param organisation where they work
 * @param deed what they did since they signed, in their own words
 */
record ShownPledge(Cursor cursor, PledgeKind kind, String name, @Nullable PledgeRole role, @Nullable String otherRole,
		@Nullable String organisation, @Nullable String deed) {
}
