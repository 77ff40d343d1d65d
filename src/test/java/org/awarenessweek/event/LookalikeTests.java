package org.awarenessweek.event;

import org.awarenessweek.event.content.EventContent;
import org.awarenessweek.event.content.Place;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class LookalikeTests {

	@ParameterizedTest
	@CsvSource({ "Songs for babies, Songs for babies, true", "Songs for Babies!, The songs of the babies, true",
			"Songs for babies, Songs for babies in Leeds, true", "Songs for babies, Songs for fathers, false",
			"Songs for babies, For and with babies, false", "A walk in the park, A talk in the park, false",
			"In and out, In and out, true", "Chansons pour bébés, Chansons pour bebes, true" })
	void hasMostOfTheTellingWords(String title, String other, boolean like) {
		assertThat(isLike(title, other, SampleEvents.online(), SampleEvents.online(), "15:00")).isEqualTo(like);
	}

	@ParameterizedTest
	@CsvSource({ "Old Library, LS1 1AA, 09:30, true", "Town Hall, ls11aa, 09:30, true",
			"'The Old Library, High Street Leeds', , 09:30, true", "Old Library, LS1 1AA, 10:00, false",
			"Town Hall, LS1 1AB, 09:30, false" })
	void isAtTheSameTimeInTheSamePlace(String address, String postcode, String start, boolean like) {
		Place place = new Place(Place.Format.IN_PERSON, address, postcode, null, "GB-ENG");
		assertThat(isLike("Songs for babies", "A lecture", SampleEvents.inPerson(), place, start)).isEqualTo(like);
	}

	private static boolean isLike(String title, String otherTitle, Place place, Place otherPlace, String start) {
		Event known = SampleEvents.published(SampleEvents.edition2021(), title,
				SampleEvents.uk(SampleEvents.TUESDAY, "09:30", "11:00"));
		Event other = SampleEvents.unconfirmed(SampleEvents.edition2021(), otherTitle,
				SampleEvents.uk(SampleEvents.TUESDAY, start, "16:00"));
		return new Lookalike(known.slug(), title, known.time(), place, known.organiser())
			.isLike(new EventContent(other.details(), other.time(), otherPlace, other.organiser()));
	}

}
