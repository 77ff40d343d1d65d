package org.awarenessweek.text;

import java.time.LocalTime;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class TypedTimeTests {

	@ParameterizedTest
	@CsvSource({ "midday, 12:00", "Noon, 12:00", "12 noon, 12:00", "MIDNIGHT, 00:00", "12 midnight, 00:00",
			"24:00, 00:00", "9.30 AM, 09:30", "9.30 a.m., 09:30", "'9:30\u202fAM', 09:30", "'9:30\u00a0a. m.', 09:30",
			"9.30pm, 21:30", "9 30, 09:30", "930, 09:30", "0930, 09:30", "11 a.m., 11:00", "14.00, 14:00",
			"14h30, 14:30", "14h, 14:00", "1400 hrs, 14:00", "at 2 o'clock pm, 14:00",
			"2 o’clock in the afternoon, 14:00", "8 in the evening, 20:00", "12am, 00:00", "12pm, 12:00",
			"12.15am, 00:15", "14:30pm, 14:30", "９：３０ａｍ, 09:30", "9∶30, 09:30", "9·30, 09:30", "09:30:00, 09:30",
			"'\u200b9:30', 09:30", "٩:٣٠, 09:30", "17, 17:00", "9 at night, 21:00", "12 at night, 00:00",
			"1 at night, 01:00", "9:30 at night, 21:30", "'9,30', 09:30", "9;30, 09:30" })
	void readsATimeAsPeopleWriteIt(String typed, LocalTime time) {
		assertThat(TypedTime.read(typed)).isEqualTo(time);
		assertThat(TypedTime.isAmbiguous(typed)).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "9", "12", "09", "9 o'clock" })
	void doesNotGuessTheHalfOfTheDay(String typed) {
		assertThat(TypedTime.read(typed)).isNull();
		assertThat(TypedTime.isAmbiguous(typed)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "", "soon", "25:00", "24:30", "13am", "9:60", "9:30 -", "9:30 to 11", "11 noon", "9:3", "-1" })
	void knowsWhatIsNoTime(String typed) {
		assertThat(TypedTime.read(typed)).isNull();
		assertThat(TypedTime.isAmbiguous(typed)).isFalse();
	}

}
