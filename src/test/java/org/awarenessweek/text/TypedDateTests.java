package org.awarenessweek.text;

import java.time.LocalDate;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class TypedDateTests {

	@ParameterizedTest
	@ValueSource(strings = { "10 June 2021", "10 June", "10th June, 2021", "10th of June", "the 10th of June 2021",
			"Thursday 10 June", "Thurs 10th June 2021", "thu, 10 jun 21", "June 10, 2021", "June 10th", "10/6/2021",
			"10/06/21", "10/6", "10.6.2021", "10. 6. 2021", "10-06-2021", "10 6 2021", "2021-06-10", "2021/6/10",
			"10 Jun '21", "10-Jun-2021", "10JUNE2021", "１０ June", "10\u00a0June\u200b", "10–6–2021", "10 June 2021.",
			"10−6−2021", "Jun. 10", "10. June 2021", "10/Jun/21", "10 June 2021 (Thursday)", "10 June, Thurs." })
	void readsADateAsPeopleInTheUkWriteIt(String typed) {
		assertThat(TypedDate.read(typed, 2021)).isNotNull().satisfies((read) -> {
			assertThat(read.day()).isEqualTo("2021-06-10");
			assertThat(read.contradictsItself()).isFalse();
		});
	}

	@Test
	void readsTheDayBeforeTheMonth() {
		assertThat(TypedDate.read("6/7/2021", 2021)).isEqualTo(new TypedDate(LocalDate.of(2021, 7, 6), null));
	}

	@Test
	void seesThatADateHasAnotherDayOfTheWeek() {
		assertThat(TypedDate.read("10 June (Friday)", 2021)).isNotNull()
			.satisfies((read) -> assertThat(read.contradictsItself()).isTrue());
		assertThat(TypedDate.read("Friday 10 June", 2021)).isNotNull()
			.satisfies((read) -> assertThat(read.contradictsItself()).isTrue());
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "soon", "31 June", "29 February 2021", "10 Juno", "6/13/2021", "June 2021", "10",
			"10 June 21000", "2021-06-31", "0/6/2021", "Thursday", "+999999999-12-31", "10/6/2021 at 9" })
	void knowsWhatIsNoDate(String typed) {
		assertThat(TypedDate.read(typed, 2021)).isNull();
	}

}
