package org.awarenessweek.page;

import java.util.Objects;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class AddressTests {

	private static final Set<String> NAMES = Set.of("day", "q");

	@ParameterizedTest
	@CsvSource({ "q=a&day=b, q=a&day=b", "day=b&q=a, q=a&day=b", "q=a&utm=x&day=b&x, q=a&day=b",
			"%71=%61&day=b, q=a&day=b", "q=a+b, q=a%20b", "q=%c3%a9, q=%C3%A9" })
	void isTheSameHoweverItIsSpelled(String one, String other) {
		assertThat(key(one)).isEqualTo(key(other));
	}

	@ParameterizedTest
	@CsvSource({ "q=a, q=b", "q=a, day=a", "q=a, q=a&q=a", "q=a%26day=b, q=a&day=b", "q=a, q", "q=a%3Db, q=a",
			"q=, day=" })
	void tellsDifferentQuestionsApart(String one, String other) {
		assertThat(key(one)).isNotEqualTo(key(other));
	}

	@ParameterizedTest
	@ValueSource(strings = { "x=1", "utm_source=mail&utm_medium=x", "", "&&", "Q=a", "q%00=a" })
	void hasNothingThatThePageDoesNotRead(String query) {
		assertThat(key(query)).isEqualTo("/calendar");
		assertThat(address(query).query()).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "q=%", "q=%2", "q=%zz", "q=%FF", "x=%C3", "q=é", "q=%ED%A0%80" })
	void isNoneWhereTheQueryCannotBeRead(String query) {
		assertThat(Address.of("/calendar", query, NAMES)).isNull();
	}

	@Test
	void isReadAsItIsWritten() {
		Address address = address("q=two+%26+%C3%A9&q=&day=2021-06-08");
		assertThat(address.values()).containsOnlyKeys("q", "day");
		assertThat(address.values().get("q")).containsExactly("two & é", "");
		assertThat(Address.of("/calendar", address.query(), NAMES)).isEqualTo(address);
	}

	private static String key(String query) {
		return address(query).key();
	}

	private static Address address(String query) {
		return Objects.requireNonNull(Address.of("/calendar", query, NAMES));
	}

}
