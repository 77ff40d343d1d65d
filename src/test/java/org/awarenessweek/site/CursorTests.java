package org.awarenessweek.site;

import java.time.Instant;
import java.util.UUID;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.web.server.ResponseStatusException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class CursorTests {

	@ParameterizedTest
	@ValueSource(strings = { "", "jose", "=country:GB-ENG=role:MIDWIFE", "=organisation:leeds trust", "李小龙" })
	void isReadAsItWasWritten(String term) {
		Cursor place = new Cursor(Instant.parse("2021-06-08T08:38:00.123456Z"), UUID.randomUUID(), term);
		assertThat(Cursor.read(place.toString())).isEqualTo(place);
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "", "1", "x_00000000-0000-0000-0000-000000000000", "-1_00000000-0000-0000-0000-000000000000",
					"12345678901234567_00000000-0000-0000-0000-000000000000", "1_0-0-0-0-0", "1_" })
	void refusesWhatIsNoPlace(String text) {
		assertThatExceptionOfType(ResponseStatusException.class).isThrownBy(() -> Cursor.read(text));
	}

}
