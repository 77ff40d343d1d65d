package org.awarenessweek.event;

import org.awarenessweek.event.content.Place;
import org.awarenessweek.event.content.EventTime;
import org.awarenessweek.event.content.EventContent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.awarenessweek.DatabaseTest;
import org.awarenessweek.calendar.CalendarCriteria;
import org.awarenessweek.calendar.CalendarFilter;
import org.awarenessweek.edition.Edition;
import org.awarenessweek.edition.Editions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.jpa.test.autoconfigure.TestEntityManager;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@DatabaseTest
class EventsTests {

	private static final LocalDate TUESDAY = SampleEvents.TUESDAY;

	@Autowired
	private Events events;

	@Autowired
	private Editions editions;

	@Autowired
	private TestEntityManager entities;

	private Edition edition;

	@BeforeEach
	void findEdition() {
		this.edition = this.editions.current();
	}

	@Test
	void beginWithTheTwoOf2021() {
		List<Event> seeded = this.events
			.findAll(filter(null, null, null).onCalendar(this.edition), PageRequest.of(0, 10))
			.getContent();
		assertThat(seeded).extracting(Event::slug)
			.containsExactly("appg-for-conception-to-age-two",
					"begin-before-birth-emotional-wellbeing-during-pregnancy");
		Event meeting = seeded.getFirst();
		assertThat(meeting.time()).isEqualTo(SampleEvents.uk(TUESDAY, "09:30", "11:00"));
		assertThat(meeting.phase(Instant.parse("2021-06-08T08:30:00Z"))).isEqualTo(EventTime.Phase.ON_NOW);
		assertThat(meeting.phase(Instant.parse("2021-06-08T10:00:00Z"))).isEqualTo(EventTime.Phase.OVER);
		assertThat(meeting.details().bookingLink()).isNull();
		assertThat(seeded.getLast().time().isKnown()).isFalse();
		for (Event event : seeded) {
			String before = searchText(event);
			event.describe(event.content(), SampleEvents.SENT);
			assertThat(searchText(event)).as("what the search looks through").isEqualTo(before);
		}
	}

	@Test
	void keepEverythingAboutAnEvent() {
		EventTime time = SampleEvents.at(LocalDate.of(2021, 6, 10), "22:30", "00:00", "Australia/Adelaide");
		Event kept = save(SampleEvents.published(this.edition, "Sånger för bebisar 👶", time));
		this.entities.clear();
		Event found = this.events.onCalendar(kept.slug()).orElseThrow();
		assertThat(found.time()).isEqualTo(time);
		assertThat(found.details()).isEqualTo(kept.details());
		assertThat(found.place()).isEqualTo(kept.place());
		assertThat(found.organiser()).isEqualTo(kept.organiser());
		assertThat(found.edition().year()).isEqualTo(2021);
	}

	@Test
	void showOnlyWhatIsPublic() {
		save(SampleEvents.unconfirmed(this.edition, "Not confirmed", SampleEvents.uk(TUESDAY, "09:00", "10:00")));
		Event declined = SampleEvents.unconfirmed(this.edition, "Declined", SampleEvents.uk(TUESDAY, "09:00", "10:00"));
		declined.confirm();
		declined.decline();
		save(declined);
		Event cancelled = SampleEvents.published(this.edition, "Cancelled", SampleEvents.uk(TUESDAY, "09:00", "10:00"));
		cancelled.cancel(SampleEvents.SENT);
		save(cancelled);
		assertThat(titles(filter(null, null, null))).contains("Cancelled").doesNotContain("Not confirmed", "Declined");
		assertThat(this.events.onCalendar("not-confirmed")).isEmpty();
		assertThat(this.events.onCalendar("declined")).isEmpty();
		assertThat(this.events.onCalendar("cancelled")).isPresent();
	}

	@Test
	void comeInTheOrderInWhichTheyHappen() {
		save(SampleEvents.published(this.edition, "Late", SampleEvents.uk(TUESDAY, "19:00", "20:00")));
		save(SampleEvents.published(this.edition, "Sooner", SampleEvents.uk(TUESDAY.minusDays(12), "19:00", "20:00")));
		Event pinned = SampleEvents.published(this.edition, "Pinned", SampleEvents.uk(TUESDAY, "20:00", "21:00"));
		pinned.pin(true);
		save(pinned);
		save(SampleEvents.published(this.edition, "Early", SampleEvents.uk(TUESDAY, "06:00", "07:00")));
		List<String> expected = List.of("Sooner", "Pinned", "Early",
				"All-Party Parliamentary Group for Conception to Age Two: meeting", "Late",
				"Begin Before Birth: Emotional Wellbeing During Pregnancy & Beyond");
		assertThat(titles(filter(null, null, null))).isEqualTo(expected);
	}

	@ParameterizedTest
	@CsvSource({ "WEBINAR genesis, 1", "génesis, 1", "babies wales, 0", "conception, 1", "%, 0", "_, 0", "\\, 0",
			"'  ', 2", "reforms england group, 1", "winston, 1" })
	void areFoundByWords(String words, int number) {
		assertThat(titles(filter(null, null, words.isBlank() ? null : words))).hasSize(number);
	}

	@Test
	void areFoundByDayAndFormat() {
		Event leeds = SampleEvents.published(this.edition, "In Leeds", SampleEvents.uk(TUESDAY, "12:00", "13:00"));
		leeds.describe(new EventContent(leeds.details(), leeds.time(), SampleEvents.inPerson(), leeds.organiser()),
				SampleEvents.SENT);
		save(leeds);
		assertThat(titles(filter(TUESDAY, null, null))).hasSize(2);
		assertThat(titles(filter(TUESDAY, Place.Format.IN_PERSON, null))).containsExactly("In Leeds");
		assertThat(titles(filter(null, Place.Format.ONLINE, null))).hasSize(2).doesNotContain("In Leeds");
		assertThat(titles(filter(null, null, "old library LS1"))).containsExactly("In Leeds");
		assertThat(titles(filter(TUESDAY.plusDays(1), null, null))).isEmpty();
	}

	@Test
	void showTheTeamWhatWaitsFirst() {
		Event waiting = SampleEvents.unconfirmed(this.edition, "Waits",
				SampleEvents.uk(TUESDAY.plusDays(3), "09:00", "10:00"));
		waiting.confirm();
		save(waiting);
		Edition lastYear = this.editions.findByYear(2020).orElseThrow();
		Event older = SampleEvents.unconfirmed(lastYear, "Waits since last year",
				SampleEvents.uk(LocalDate.of(2020, 6, 9), "09:00", "10:00"));
		older.confirm();
		save(older);
		assertThat(this.events.findAll(new CalendarCriteria(filter(null, null, null)).inQueue(this.edition),
				PageRequest.of(0, 10)))
			.extracting(Event::title)
			.startsWith("Waits since last year", "Waits")
			.hasSize(4);
		assertThat(this.events.countByStatus(EventStatus.WAITING)).isEqualTo(2);
	}

	@Test
	void showTheTeamASeriesOnceForEachStatus() {
		UUID series = UUID.randomUUID();
		for (int day = 0; day < 4; day++) {
			Event event = SampleEvents.unconfirmed(this.edition, "Weekly songs " + day,
					SampleEvents.uk(TUESDAY.plusDays(day), "09:00", "10:00"));
			event.join(series);
			event.confirm();
			if (day == 0) {
				event.publish(SampleEvents.SENT);
			}
			save(event);
		}
		assertThat(queue(filter(null, null, null))).extracting(Event::title)
			.startsWith("Weekly songs 1")
			.contains("Weekly songs 0")
			.doesNotContain("Weekly songs 2", "Weekly songs 3");
		assertThat(queue(filter(null, null, "songs 3"))).as("where the first of them is not found")
			.extracting(Event::title)
			.containsExactly("Weekly songs 3");
		assertThat(this.events.numbers(List.of(series))).containsExactlyInAnyOrder(
				new Events.InSeries(series, EventStatus.WAITING, 3),
				new Events.InSeries(series, EventStatus.PUBLISHED, 1));
		assertThat(this.events.ofSeries(series)).extracting(Event::title)
			.containsExactly("Weekly songs 0", "Weekly songs 1", "Weekly songs 2", "Weekly songs 3");
	}

	private Page<Event> queue(CalendarFilter filter) {
		return this.events.findAll(new CalendarCriteria(filter).inQueue(this.edition), PageRequest.of(0, 10));
	}

	@ParameterizedTest
	@CsvSource({ "Songs for Babies!, songs-for-babies", "Dad’s café: 50 ways, dads-cafe-50-ways", "submit, submit-2",
			"Confirm, confirm-2", "赤ちゃんの歌, event-00000000", "2021, event-00000000",
			"A very long title that goes on and on and on and on until nobody reads it any more, a-very-long-title-that-goes-on-and-on-and-on-and-on-until",
			"Appg for conception to age two, appg-for-conception-to-age-two-2" })
	void makeAnAddressFromTheTitle(String title, String slug) {
		assertThat(this.events.freeSlug(title, new UUID(0, 1))).isEqualTo(slug);
	}

	@Test
	void keepEveryAddressThatVisitorsKnow() {
		Event event = save(SampleEvents.published(this.edition, "First", SampleEvents.uk(TUESDAY, "12:00", "13:00")));
		event.moveTo("second", SampleEvents.SENT);
		event.moveTo("third", SampleEvents.SENT);
		this.entities.flush();
		assertThat(this.events.onCalendar("first")).isEmpty();
		assertThat(this.events.presentSlug("first")).contains("third");
		assertThat(this.events.presentSlug("second")).contains("third");
		assertThat(this.events.presentSlug("never")).isEmpty();
		assertThat(this.events.isFree("first", event.id())).isTrue();
		assertThat(this.events.isFree("first", UUID.randomUUID())).isFalse();
		assertThat(this.events.isFree("submit", event.id())).isFalse();
	}

	@Test
	void haveOneEventForASubmissionAndForAnAddress() {
		Event event = SampleEvents.unconfirmed(this.edition, "One", SampleEvents.uk(TUESDAY, "12:00", "13:00"));
		event.submitted("key", SampleEvents.SENT);
		save(event);
		Event same = SampleEvents.unconfirmed(this.edition, "Two", SampleEvents.uk(TUESDAY, "12:00", "13:00"));
		same.submitted("key", SampleEvents.SENT);
		this.events.save(same);
		assertThatExceptionOfType(DataIntegrityViolationException.class)
			.isThrownBy(() -> this.events.countByStatus(EventStatus.WAITING));
	}

	private Event save(Event event) {
		Event saved = this.events.save(event);
		this.entities.flush();
		return saved;
	}

	private List<String> titles(CalendarFilter filter) {
		return this.events.findAll(filter.onCalendar(this.edition), filter.pageable()).map(Event::title).getContent();
	}

	private String searchText(Event event) {
		this.entities.flush();
		return (String) this.entities.getEntityManager()
			.createQuery("select e.lookup.searchText from Event e where e = :event")
			.setParameter("event", event)
			.getSingleResult();
	}

	private static CalendarFilter filter(@Nullable LocalDate day, Place.@Nullable Format format,
			@Nullable String words) {
		return new CalendarFilter(day, format, null, null, null, null, words, null, null, null);
	}

}
