package org.awarenessweek.pledge.wall;

import org.awarenessweek.pledge.PledgeKind;
import org.awarenessweek.pledge.PledgeRole;
import org.jspecify.annotations.Nullable;

/**
 * A pledge as the wall shows it; of an organisation's, only the organisation.
 *
 * @param place where it is
 * @param name of the person or the organisation, exactly as it was given
 * @param role what the person does
 * @param otherRole the same in their own words
 * @param organisation where they work
 */
record ShownPledge(WallPlace place, PledgeKind kind, String name, @Nullable PledgeRole role, @Nullable String otherRole,
		@Nullable String organisation) {
}
