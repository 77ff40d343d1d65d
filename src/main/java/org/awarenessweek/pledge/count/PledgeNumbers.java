package org.awarenessweek.pledge.count;

import java.time.LocalDate;
import java.util.Map;
import java.util.SortedMap;

import org.awarenessweek.pledge.PledgeRole;

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
}
