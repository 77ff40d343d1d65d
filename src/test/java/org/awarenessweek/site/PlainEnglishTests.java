package org.awarenessweek.site;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class PlainEnglishTests {

	@Test
	void namesADayInFull() {
		assertThat(PlainEnglish.day(LocalDate.of(2021, 6, 8))).isEqualTo("Tuesday 8 June 2021");
		assertThat(PlainEnglish.dayWithoutYear(LocalDate.of(2021, 6, 8))).isEqualTo("Tuesday 8 June");
	}

	@ParameterizedTest
	@CsvSource({ "09:30, 9:30am", "11:00, 11am", "12:00, midday", "12:30, 12:30pm", "00:00, midnight", "00:05, 12:05am",
			"23:59, 11:59pm" })
	void tellsATimeAsPeopleDo(LocalTime time, String words) {
		assertThat(PlainEnglish.time(time)).isEqualTo(words);
	}

	@ParameterizedTest
	@CsvSource({ "2021-06-07, 2021-06-13, 7 to 13 June 2021", "2021-06-28, 2021-07-04, 28 June to 4 July 2021",
			"2021-12-28, 2022-01-03, 28 December 2021 to 3 January 2022", "2021-06-07, 2021-06-07, 7 June 2021" })
	void shortensARangeWhereNothingIsLost(LocalDate first, LocalDate last, String words) {
		assertThat(PlainEnglish.range(first, last)).isEqualTo(words);
	}

	@Test
	void tellsAMomentInUkTime() {
		assertThat(PlainEnglish.moment(Instant.parse("2021-06-08T08:38:59Z"))).isEqualTo("8 June 2021, 9:38am");
	}

	@ParameterizedTest
	@CsvSource({ "0, no events", "1, 1 event", "2, 2 events", "1234, '1,234 events'" })
	void counts(long number, String words) {
		assertThat(PlainEnglish.count(number, "event", "events")).isEqualTo(words);
	}

}
