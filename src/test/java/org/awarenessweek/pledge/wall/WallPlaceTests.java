package org.awarenessweek.pledge.wall;

import java.time.Instant;
import java.util.UUID;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class WallPlaceTests {

	@ParameterizedTest
	@ValueSource(strings = { "", "jose", "=country:GB-ENG=role:MIDWIFE", "=organisation:leeds trust", "李小龙" })
	void isReadAsItWasWritten(String term) {
		WallPlace place = new WallPlace(term, Instant.parse("2021-06-08T08:38:00.123456Z"), UUID.randomUUID());
		assertThat(WallPlace.parse(place.toString())).isEqualTo(place);
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "", "1", "x_00000000-0000-0000-0000-000000000000", "-1_00000000-0000-0000-0000-000000000000",
					"12345678901234567_00000000-0000-0000-0000-000000000000", "1_0-0-0-0-0", "1_" })
	void refusesWhatIsNoPlace(String text) {
		assertThatIllegalArgumentException().isThrownBy(() -> WallPlace.parse(text));
	}

}
