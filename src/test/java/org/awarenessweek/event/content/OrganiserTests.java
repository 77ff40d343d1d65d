package org.awarenessweek.event.content;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class OrganiserTests {

	@ParameterizedTest
	@CsvSource({ "Babies in Mind, babies-in-mind", "Siân’s Ŵyl Fach, sians-wyl-fach",
			"NHS – Łódź (UK) & Co., nhs-lodz-uk-and-co", "1001 Days, 1001-days" })
	void hasAnAddressThatReadsLikeTheName(String name, String slug) {
		assertThat(slug(name)).isEqualTo(slug);
	}

	@Test
	void sharesItsAddressWithNobodyWhoseNameIsAnother() {
		assertThat(slug("Братство (UK)")).matches("uk-[0-9a-f]{8}").isNotEqualTo(slug("家族 (UK)"));
		assertThat(slug("家族")).matches("organiser-[0-9a-f]{8}").isNotEqualTo(slug("家")).isEqualTo(slug("家族"));
		assertThat(slug("C++")).matches("organiser-[0-9a-f]{8}|c-[0-9a-f]{8}")
			.isNotEqualTo(slug("C#"))
			.isEqualTo(slug("c++"));
		assertThat(slug("C")).isEqualTo("c").isNotEqualTo(slug("C#"));
		assertThat(slug("2021")).matches("organiser-[0-9a-f]{8}");
		String longName = "The Partnership of Children’s Centres, Libraries and Nurseries of North and ";
		assertThat(slug(longName + "East Somewhere")).isNotEqualTo(slug(longName + "West Somewhere"))
			.hasSizeLessThanOrEqualTo(80);
	}

	@ParameterizedTest
	@CsvSource({ "St. Helens, St Helens", "N.H.S. Trust, NHS Trust", "Mother & Baby, Mother and Baby",
			"Parent-Infant Team, parent infant TEAM", "Women’s Aid, Womens Aid" })
	void hasOneAddressHoweverTheNameIsSpelled(String name, String other) {
		assertThat(slug(name)).isEqualTo(slug(other));
	}

	private static String slug(String name) {
		return new Organiser(null, name, null).slug();
	}

}
