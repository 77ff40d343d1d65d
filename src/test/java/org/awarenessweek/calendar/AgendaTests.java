package org.awarenessweek.calendar;

import java.time.LocalDate;
import java.util.List;

import org.awarenessweek.edition.Edition;
import org.awarenessweek.event.Event;
import org.awarenessweek.event.content.EventTime;
import org.awarenessweek.event.SampleEvents;
import org.awarenessweek.text.HomeZone;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class AgendaTests {

	private static final LocalDate MONDAY = SampleEvents.TUESDAY.minusDays(1);

	private static final Edition EDITION = SampleEvents.edition2021();

	private final Event before = on(MONDAY.minusDays(3));

	private final Event intoTheWeek = lasting(MONDAY.minusDays(2), MONDAY.plusDays(1));

	private final Event tuesday = on(SampleEvents.TUESDAY);

	private final Event untilAfter = lasting(MONDAY.plusDays(6), MONDAY.plusDays(8));

	private final Event after = on(MONDAY.plusDays(7));

	private final Event open = SampleEvents.published(EDITION, "Open", EventTime.toBeConfirmed(HomeZone.get()));

	private final List<Event> all = List.of(this.before, this.intoTheWeek, this.tuesday, this.untilAfter, this.after,
			this.open);

	@Test
	void groupsEventsAroundTheDaysOfTheWeek() {
		Agenda<Event> agenda = Agenda.of(this.all, Event::time, EDITION.week(), null);
		assertThat(agenda.before()).containsExactly(this.before);
		assertThat(agenda.after()).containsExactly(this.after);
		assertThat(agenda.open()).containsExactly(this.open);
		assertThat(agenda.days()).containsOnlyKeys(MONDAY, SampleEvents.TUESDAY, MONDAY.plusDays(6))
			.containsEntry(MONDAY, List.of(this.intoTheWeek))
			.containsEntry(SampleEvents.TUESDAY, List.of(this.tuesday))
			.containsEntry(MONDAY.plusDays(6), List.of(this.untilAfter));
	}

	@Test
	void hasAColumnForEachDayAndAnEventOnEachOfItsDays() {
		Agenda<Event> agenda = Agenda.ofColumns(this.all, Event::time, EDITION.week(), null);
		assertThat(agenda.days()).hasSize(7)
			.containsEntry(MONDAY, List.of(this.intoTheWeek))
			.containsEntry(SampleEvents.TUESDAY, List.of(this.intoTheWeek, this.tuesday))
			.containsEntry(MONDAY.plusDays(3), List.of());
		assertThat(agenda.before()).containsExactly(this.before);
	}

	@Test
	void showsTheDayThatWasAskedFor() {
		assertThat(Agenda.of(List.of(this.intoTheWeek, this.tuesday), Event::time, EDITION.week(), SampleEvents.TUESDAY)
			.days()).containsOnlyKeys(SampleEvents.TUESDAY)
			.containsEntry(SampleEvents.TUESDAY, List.of(this.intoTheWeek, this.tuesday));
		assertThat(Agenda.of(List.of(this.before), Event::time, EDITION.week(), MONDAY.minusDays(3)).days())
			.containsOnlyKeys(MONDAY.minusDays(3));
	}

	private static Event on(LocalDate day) {
		return SampleEvents.published(EDITION, "On " + day, SampleEvents.uk(day, "09:00", "10:00"));
	}

	private static Event lasting(LocalDate first, LocalDate last) {
		return SampleEvents.published(EDITION, "From " + first, EventTime.allDay(first, last, HomeZone.get()));
	}

}
