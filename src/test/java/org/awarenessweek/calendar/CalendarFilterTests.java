package org.awarenessweek.calendar;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;

import org.awarenessweek.DatabaseTest;
import org.awarenessweek.edition.Edition;
import org.awarenessweek.edition.Editions;
import org.awarenessweek.event.content.Audience;
import org.awarenessweek.event.Event;
import org.awarenessweek.event.content.EventTime;
import org.awarenessweek.event.Events;
import org.awarenessweek.event.content.Place;
import org.awarenessweek.event.content.Provision;
import org.awarenessweek.event.SampleCalendar;
import org.awarenessweek.event.SampleEvents;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.jpa.test.autoconfigure.TestEntityManager;
import org.springframework.data.domain.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** What a filter finds in a full calendar, and the counts on its page. */
@DatabaseTest
class CalendarFilterTests {

	private static final CalendarFilter ALL = CalendarFilter.EVERYTHING;

	static final List<CalendarFilter> FILTERS = List.of(ALL, ALL.on(SampleEvents.TUESDAY),
			ALL.takingPart(Place.Format.IN_PERSON), ALL.in("GB-WLS"), ALL.forWhom(Audience.PARENTS), ALL.costing(true),
			ALL.with(Provision.BSL), ALL.with(Provision.BSL).with(Provision.CAPTIONS), ALL.searching("babies"),
			ALL.searching("BABIES Leeds").takingPart(Place.Format.ONLINE).costing(true),
			ALL.on(SampleEvents.TUESDAY).forWhom(Audience.EVERYONE).with(Provision.STEP_FREE),
			ALL.in("FR").on(SampleEvents.TUESDAY.minusDays(90)));

	@Autowired
	private Events events;

	@Autowired
	private Editions editions;

	@Autowired
	private TestEntityManager entities;

	@Autowired
	private JdbcClient database;

	private Edition edition;

	@BeforeEach
	void fillTheCalendar() {
		this.edition = this.editions.current();
		SampleCalendar.of(this.edition, 200).forEach(this.events::save);
		this.entities.flush();
		this.entities.clear();
	}

	@ParameterizedTest
	@FieldSource("FILTERS")
	void findsAsManyAsEachChoicePromises(CalendarFilter filter) {
		Found found = find(filter);
		assertThat(this.events
			.inOrder(found.page(filter.pageable(), SampleEvents.SENT).stream().map(Listing::id).toList()))
			.isEqualTo(this.events.findAll(filter.onCalendar(this.edition), filter.pageable()).getContent());
		assertThat(found.total()).isEqualTo(numberOf(filter));
		assertThat(found.free()).isEqualTo(numberOf(filter.costing(true)));
		for (LocalDate day : this.edition.week().days()) {
			assertThat(found.days().getOrDefault(day, 0L)).as("%s", day).isEqualTo(numberOf(filter.on(day)));
		}
		for (Place.Format format : Place.Format.values()) {
			assertThat(found.of(format)).as("%s", format).isEqualTo(numberOf(filter.takingPart(format)));
		}
		for (String country : List.of("GB-ENG", "GB-WLS", "AU", "BR")) {
			assertThat(found.countries().getOrDefault(country, 0L)).as(country).isEqualTo(numberOf(filter.in(country)));
		}
		for (Audience audience : Audience.values()) {
			assertThat(found.of(audience)).as("%s", audience).isEqualTo(numberOf(filter.forWhom(audience)));
		}
		for (Provision provision : Provision.values()) {
			assertThat(found.of(provision)).as("%s", provision).isEqualTo(numberOf(filter.with(provision)));
		}
		filter.chosen()
			.stream()
			.filter((choice) -> !choice.name().equals("q"))
			.forEach((choice) -> assertThat(found.of(choice.otherwise())).isEqualTo(numberOf(choice.otherwise())));
	}

	@Test
	void findsWhatIsForEveryoneForEachOfThem() {
		assertThat(all(ALL.forWhom(Audience.RESEARCHERS))).extracting((event) -> event.details().audience())
			.containsOnly(Audience.RESEARCHERS, Audience.EVERYONE);
		assertThat(all(ALL.forWhom(Audience.EVERYONE))).extracting((event) -> event.details().audience())
			.containsOnly(Audience.EVERYONE);
	}

	@Test
	void findsOnlyWhatHasAllThatIsToBeProvided() {
		assertThat(all(ALL.with(Provision.BSL).with(Provision.CAPTIONS))).isNotEmpty()
			.allSatisfy(
					(event) -> assertThat(event.details().provisions()).contains(Provision.BSL, Provision.CAPTIONS));
	}

	@Test
	void findsWhatLastsSeveralDaysOnEachOfThem() {
		save("Exhibition", EventTime.allDay(SampleEvents.TUESDAY, SampleEvents.TUESDAY.plusDays(2),
				SampleEvents.uk(SampleEvents.TUESDAY, "09:00", "10:00").zone()));
		for (int i = -1; i < 4; i++) {
			List<Event> found = all(ALL.searching("exhibition").on(SampleEvents.TUESDAY.plusDays(i)));
			assertThat(found).hasSize((i >= 0 && i < 3) ? 1 : 0);
		}
		assertThat(find(ALL).days().get(SampleEvents.TUESDAY.plusDays(2)))
			.isEqualTo(numberOf(ALL.on(SampleEvents.TUESDAY.plusDays(2))));
	}

	@Test
	void putsTitlesBeforeOtherMatches() {
		LocalDate late = this.edition.latestDay();
		save("A midwife and a blanket", SampleEvents.uk(late, "18:00", "19:00"));
		save("Midwife", SampleEvents.uk(late, "19:00", "20:00"));
		List<String> titles = all(ALL.searching("midwife")).stream().map(Event::title).toList();
		assertThat(titles).startsWith("A midwife and a blanket", "Midwife").hasSizeGreaterThan(10);
		assertThat(all(ALL.searching("blanket midwife"))).extracting(Event::title)
			.startsWith("A midwife and a blanket")
			.hasSizeGreaterThan(1);
	}

	@Test
	void keepsTheOrderOfTheCalendarOverItsPages() {
		List<Event> all = all(ALL);
		List<Event> pages = Stream.of(1, 2, 3)
			.flatMap(
					(page) -> this.events.findAll(ALL.onCalendar(this.edition), ALL.turnedTo(page).pageable()).stream())
			.toList();
		assertThat(pages).isEqualTo(all).hasSize(202);
		assertThat(all.stream().map((event) -> event.time().day()).filter((day) -> day != null)).isSorted();
		assertThat(all.getLast().time().isKnown()).isFalse();
	}

	@Test
	void isTheSameInAnAddress() {
		CalendarFilter filter = new CalendarFilter(SampleEvents.TUESDAY, Place.Format.IN_PERSON, "GB-WLS",
				Audience.PARENTS, true, EnumSet.of(Provision.STEP_FREE, Provision.BSL), "a b&c=d+ŵ?", null, null, 2);
		assertThat(filter.at("/calendar"))
			.isEqualTo("/calendar?day=2021-06-08&format=in-person&country=GB-WLS&who=parents"
					+ "&free=yes&access=bsl&access=step-free&q=a%20b%26c%3Dd%2B%C5%B5%3F&page=2");
		assertThat(filter.without(Provision.BSL).at("/calendar.ics")).contains("&access=step-free&")
			.doesNotContain("bsl", "page");
		assertThat(ALL.with(Provision.BSL).without(Provision.BSL).at("/calendar")).isEqualTo("/calendar");
		assertThat(ALL.asWeek().at("/calendar")).isEqualTo("/calendar?view=week");
	}

	private Found find(CalendarFilter filter) {
		return new Found(filter, new Listings(this.database).index(this.edition, filter.words()));
	}

	private void save(String title, EventTime time) {
		this.events.save(SampleEvents.published(this.edition, title, time));
		this.entities.flush();
	}

	private List<Event> all(CalendarFilter filter) {
		return this.events.findAll(filter.onCalendar(this.edition));
	}

	private long numberOf(CalendarFilter filter) {
		return this.events.findAll(filter.onCalendar(this.edition), PageRequest.of(0, 1)).getTotalElements();
	}

}
