package org.awarenessweek.home;

import java.time.LocalDate;

import org.awarenessweek.edition.Week;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class StateLineTests {

	private final Week week = new Week(LocalDate.of(2021, 6, 7), LocalDate.of(2021, 6, 13));

	@ParameterizedTest
	@CsvSource({ "2020-12-31, Starts in 158 days", "2021-05-26, Starts in 12 days", "2021-06-05, Starts in 2 days",
			"2021-06-06, Starts tomorrow", "2021-06-07, On now: day 1 of 7", "2021-06-08, On now: day 2 of 7",
			"2021-06-13, On now: day 7 of 7", "2021-06-14, Took place 7 to 13 June 2021",
			"2026-01-01, Took place 7 to 13 June 2021" })
	void isTrueOnEveryDay(LocalDate today, String line) {
		assertThat(StateLine.of(this.week, today)).isEqualTo(line);
	}

}
