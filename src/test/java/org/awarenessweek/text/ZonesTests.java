package org.awarenessweek.text;

import java.time.ZoneId;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ZonesTests {

	@ParameterizedTest
	@CsvSource({ "UK time, Europe/London", "uk, Europe/London", "London, Europe/London", "Belfast, Europe/Belfast",
			"Adelaide, Australia/Adelaide", "adelaide time, Australia/Adelaide", "New York, America/New_York",
			"new_york, America/New_York", "Europe/Paris, Europe/Paris", "'Europe, Paris', Europe/Paris",
			"Mumbai, Asia/Kolkata", "Ireland, Europe/Dublin", "America/Indiana/Knox, America/Indiana/Knox" })
	void readsWhatPeopleCallIt(String typed, String zone) {
		assertThat(Zones.read(typed)).isEqualTo(zone);
		assertThat(Zones.isKnown(zone)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "GMT", "EST", "Narnia", "UTC", "Etc/UTC", "time", "+01:00" })
	void leavesWhatItDoesNotKnow(String typed) {
		assertThat(Zones.read(typed)).isEqualTo(typed);
		assertThat(Zones.isKnown(typed)).isFalse();
	}

	@Test
	void readsEveryNameThatItGives() {
		assertThat(Zones.all()).hasSizeGreaterThan(400).allSatisfy((id, name) -> {
			assertThat(Zones.read(name)).isEqualTo(id);
			assertThat(Zones.read(id)).isEqualTo(id);
			assertThat(ZoneId.of(id)).isNotNull();
		});
	}

}
