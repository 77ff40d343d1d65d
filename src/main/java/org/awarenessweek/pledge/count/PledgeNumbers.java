package org.awarenessweek.pledge.count;

import java.time.LocalDate;
import java.util.Map;
import java.util.SortedMap;

import org.awarenessweek.pledge.PledgeRole;
import org.jspecify.annotations.Nullable;

/**
 * An edition's pledges in numbers, all at one moment.
 *
 * @param tally people and organisations
 * @param days pledges by the date of their confirmation
 * @param roles people by role; erased people have none
 * @param countries pledges by the code of their country or nation
 */
public record PledgeNumbers(PledgeTally tally, SortedMap<LocalDate, Long> days, Map<PledgeRole, Long> roles,
		Map<String, Long> countries) {

	/** The first day on which a pledge that counts was confirmed. */
	public @Nullable LocalDate since() {
		return this.days.isEmpty() ? null : this.days.firstKey();
	}

}
