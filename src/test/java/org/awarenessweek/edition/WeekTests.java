package org.awarenessweek.edition;

import java.time.LocalDate;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class WeekTests {

	private final Week week = new Week(LocalDate.of(2021, 6, 7), LocalDate.of(2021, 6, 13));

	@ParameterizedTest
	@CsvSource({ "2021-06-06, BEFORE", "2021-06-07, ON_NOW", "2021-06-13, ON_NOW", "2021-06-14, OVER" })
	void knowsWhereItStandsOnEachDay(LocalDate today, Phase phase) {
		assertThat(this.week.phase(today)).isEqualTo(phase);
		assertThat(this.week.contains(today)).isEqualTo(phase == Phase.ON_NOW);
	}

	@Test
	void hasItsDaysInOrder() {
		assertThat(this.week.days()).hasSize(7).startsWith(this.week.first()).endsWith(this.week.last()).isSorted();
	}

	@Test
	void refusesToEndBeforeItBegins() {
		assertThatIllegalArgumentException().isThrownBy(() -> new Week(this.week.last(), this.week.first()));
	}

	@Test
	void refusesToLastLongerThanAMonth() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new Week(this.week.first(), this.week.first().plusDays(31)));
	}

	@ParameterizedTest
	@CsvSource({ "2022, 2022-06-13", "2023, 2023-06-12", "2024, 2024-06-10" })
	void draftsTheSecondMondayOfJune(int year, LocalDate first) {
		assertThat(Week.ofJune(year)).isEqualTo(new Week(first, first.plusDays(6)));
	}

}
