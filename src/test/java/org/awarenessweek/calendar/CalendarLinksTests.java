package org.awarenessweek.calendar;

import java.time.ZoneId;

import org.awarenessweek.event.Event;
import org.awarenessweek.event.content.EventTime;
import org.awarenessweek.event.SampleEvents;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Links from which people's own calendars take ours. */
class CalendarLinksTests {

	@Test
	void subscribeEachCalendarInItsOwnWay() {
		Subscription subscription = new Subscription("A week & more",
				"https://week.example.org/calendar.ics?q=a&who=parents");
		assertThat(subscription.webcal()).isEqualTo("webcal://week.example.org/calendar.ics?q=a&who=parents");
		assertThat(subscription.google()).isEqualTo(
				"https://calendar.google.com/calendar/r?cid=webcal%3A%2F%2Fweek.example.org%2Fcalendar.ics%3Fq%3Da%26who%3Dparents");
		assertThat(subscription.outlook()).isEqualTo(
				"https://outlook.live.com/calendar/0/addfromweb?url=https%3A%2F%2Fweek.example.org%2Fcalendar.ics%3Fq%3Da%26who%3Dparents&name=A%20week%20%26%20more");
		assertThat(subscription.office()).startsWith("https://outlook.office.com/calendar/0/addfromweb?url=https%3A");
	}

	@Test
	void takeOneEventAtItsMoment() {
		Event event = SampleEvents.published(SampleEvents.edition2021(), "Cafe & song",
				SampleEvents.at(SampleEvents.TUESDAY, "09:30", "11:00", "Australia/Adelaide"));
		Invitation invitation = new Invitation(event, "https://week.example.org/calendar/cafe");
		assertThat(invitation.file()).isEqualTo(event.path() + ".ics");
		assertThat(invitation.google())
			.startsWith("https://calendar.google.com/calendar/render?action=TEMPLATE&text=Cafe%20%26%20song")
			.contains("&dates=20210608T000000Z%2F20210608T013000Z&", "&location=Online");
		assertThat(invitation.outlook())
			.startsWith("https://outlook.live.com/calendar/0/deeplink/compose?path=%2Fcalendar%2Faction%2Fcompose")
			.contains("&startdt=2021-06-08T00%3A00%3A00Z&enddt=2021-06-08T01%3A30%3A00Z&allday=false&");
		assertThat(invitation.office()).startsWith("https://outlook.office.com/");
	}

	@Test
	void takeWhatLastsSeveralDaysUntilTheDayAfter() {
		Event event = SampleEvents.published(SampleEvents.edition2021(), "Exhibition", EventTime
			.allDay(SampleEvents.TUESDAY, SampleEvents.TUESDAY.plusDays(2), ZoneId.of("Australia/Adelaide")));
		Invitation invitation = new Invitation(event, "https://week.example.org/calendar/exhibition");
		assertThat(invitation.google()).contains("&dates=20210608%2F20210611&");
		assertThat(invitation.outlook()).contains("&startdt=2021-06-08&enddt=2021-06-11&allday=true&");
	}

}
