package org.awarenessweek.site;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CountryTests {

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
