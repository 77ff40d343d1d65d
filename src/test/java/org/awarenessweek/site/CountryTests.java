package org.awarenessweek.site;

import org.awarenessweek.text.Country;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class CountryTests {

	@ParameterizedTest
	@CsvSource({ "England, GB-ENG", "gb-sct, GB-SCT", "the netherlands, NL", "Cote d'Ivoire, CI", "USA, US",
			"United States, US", "Czech Republic, CZ", "Turkey, TR", "Türkiye, TR", "hong kong, HK", "Myanmar, MM",
			"Bosnia and Herzegovina, BA", "N. Ireland, GB-NIR", "UK, UK", "United Kingdom, United Kingdom",
			"Narnia, Narnia" })
	void readsWhatPeopleCallIt(String typed, String code) {
		assertThat(Country.read(typed)).isEqualTo(code);
	}

	@Test
	void readsEveryNameAndCode() {
		Country.all().forEach((code, name) -> {
			assertThat(Country.read(name)).isEqualTo(code);
			assertThat(Country.read(code)).isEqualTo(code);
		});
	}

	@Test
	void namesTheNationsOfTheUkFirst() {
		assertThat(Country.all().values()).startsWith("England", "Scotland", "Wales", "Northern Ireland",
				"Afghanistan");
	}

	@Test
	void namesEveryOtherCountryInPlainEnglish() {
		assertThat(Country.all()).containsEntry("IE", "Ireland")
			.containsEntry("AU", "Australia")
			.containsEntry("CI", "Côte d’Ivoire")
			.doesNotContainKey("GB")
			.hasSizeGreaterThan(240);
		assertThat(Country.all().values()).doesNotHaveDuplicates().noneMatch((name) -> name.length() < 4);
	}

	@Test
	void ordersAccentedNamesWhereReadersLookForThem() {
		assertThat(Country.all().values()).containsSubsequence("Afghanistan", "Åland Islands", "Albania");
	}

}
