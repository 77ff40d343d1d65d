package org.awarenessweek.calendar;

import java.util.List;

import org.awarenessweek.DatabaseTest;
import org.awarenessweek.edition.Edition;
import org.awarenessweek.edition.Editions;
import org.awarenessweek.event.Event;
import org.awarenessweek.event.Events;
import org.awarenessweek.event.SampleEvents;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.jpa.test.autoconfigure.TestEntityManager;

import static org.assertj.core.api.Assertions.assertThat;

/** What words find on the calendar, however they are spelled. */
@DatabaseTest
class CalendarSearchTests {

	@Autowired
	private Events events;

	@Autowired
	private Editions editions;

	@Autowired
	private TestEntityManager entities;

	private Edition edition;

	@BeforeEach
	void findTheWeek() {
		this.edition = this.editions.current();
	}

	@ParameterizedTest
	@CsvSource({ "NHŶ’R wyl, Canu i fabanod yn Nhŷ’r Ŵyl", "ΜΩΡΑ, Τραγούδια για μωρά",
			"песни МАЛЫШЕЙ, Песни для малышей", "أغاني الرضع, أغاني للأطفال الرضع", "こころ, 赤ちゃんのこころ",
			"गीत, शिशुओं के लिए गीत", "cafe, Café", "children's, Children’s café", "parent-infant, Parent–infant",
			"lodz strasse, Łódź Straße", "\"including infants\", Including infants: a talk",
			"childrens songs, Children’s songs", "St. Helens, Babies in St Helens",
			"'Leeds, High Street', 'High Street songs, Leeds'", "e-mail, Email us", "wellbeing, Well-being",
			"ls14ap, Songs at LS1 4AP", "mothers & babies, Mothers and babies" })
	void readsWordsInEveryScriptWithoutCaseAndAccents(String words, String title) {
		this.events
			.save(SampleEvents.published(this.edition, title, SampleEvents.uk(SampleEvents.TUESDAY, "09:00", "10:00")));
		this.entities.flush();
		assertThat(found(words)).extracting(Event::title).contains(title);
	}

	@ParameterizedTest
	@ValueSource(strings = { "%", "&", "\"", "_", "..." })
	void findsNothingByPunctuationAlone(String words) {
		assertThat(this.events.findAll(CalendarFilter.EVERYTHING.onCalendar(this.edition))).isNotEmpty();
		assertThat(found(words)).isEmpty();
		assertThat(this.events
			.findAll(new CalendarCriteria(CalendarFilter.EVERYTHING.searching(words)).inQueue(this.edition))).isEmpty();
	}

	private List<Event> found(String words) {
		return this.events.findAll(CalendarFilter.EVERYTHING.searching(words).onCalendar(this.edition));
	}

}
