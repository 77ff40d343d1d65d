package org.awarenessweek.pledge;

import java.time.LocalDate;
import java.util.Map;
import java.util.SortedMap;

/**
 * What the pledges of an edition add up to, all at one moment.
 *
 * @param tally people and organisations
 * @param days pledges by the day on which they were confirmed, as it is in the UK
 * @param roles people by what they do; a person who was erased does nothing
 * @param countries pledges by the code of their country or nation
 */
public record PledgeNumbers(PledgeTally tally, SortedMap<LocalDate, Long> days, Map<PledgeRole, Long> roles,
		Map<String, Long> countries) {
}
