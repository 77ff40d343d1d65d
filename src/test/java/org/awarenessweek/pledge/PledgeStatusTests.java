package org.awarenessweek.pledge;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class PledgeStatusTests {

	@ParameterizedTest(name = "{0} to {1}: {2}")
	@CsvSource({ "CONFIRMED, CONFIRMED, false", "CONFIRMED, WITHDRAWN, true", "WITHDRAWN, CONFIRMED, false",
			"WITHDRAWN, WITHDRAWN, false" })
	void goesOnlyWhereTheTableSays(PledgeStatus from, PledgeStatus to, boolean allowed) {
		assertThat(from.mayBecome(to)).isEqualTo(allowed);
	}

}
