package org.awarenessweek;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Lines that say too much are noticed, and others are let pass. */
class LogWordsTests {

	@ParameterizedTest
	@ValueSource(strings = { "Sent to ada@example.org", "GET /mine?token=Pq3-_xYz01abCDefGH45ij",
			"From <ada@example.org>:" })
	void refusesAddressesAndTokens(String line) {
		assertThat(LogWords.saysTooMuch(line)).isTrue();
	}

	@Test
	void refusesWhatWasTyped() {
		LogWords.typed("Ada Lovelace");
		assertThat(LogWords.saysTooMuch("Ada Lovelace came")).isTrue();
		LogWords.forget();
		assertThat(LogWords.saysTooMuch("Ada Lovelace came")).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "Started oejs.Server@1b2c3d{STARTING}[12.1.3,sto=0]", "jdbc:h2:mem:week_1 user=SA",
			"Mail 0b0ddc34-8a3c-4f30-a52f-7d35a3ac2f4b was not delivered at try 1", "AbstractHandlerMapping1" })
	void letsOtherLinesPass(String line) {
		assertThat(LogWords.saysTooMuch(line)).isFalse();
	}

}
