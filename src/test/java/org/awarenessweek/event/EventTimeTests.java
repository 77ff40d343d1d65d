package org.awarenessweek.event;

import org.awarenessweek.event.content.EventTime;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

import org.awarenessweek.text.HomeZone;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class EventTimeTests {

	@ParameterizedTest
	@CsvSource({ "Pacific/Honolulu, 2021-06-08T19:30:00Z, 2021-06-08T20:30",
			"Europe/London, 2021-06-08T08:30:00Z, 2021-06-08T09:30",
			"Europe/Dublin, 2021-06-08T08:30:00Z, 2021-06-08T09:30",
			"Asia/Kathmandu, 2021-06-08T03:45:00Z, 2021-06-08T04:45",
			"Australia/Adelaide, 2021-06-08T00:00:00Z, 2021-06-08T01:00",
			"Pacific/Auckland, 2021-06-07T21:30:00Z, 2021-06-07T22:30" })
	void isTheSameMomentEverywhere(String zone, Instant moment, String uk) {
		EventTime time = SampleEvents.at(SampleEvents.TUESDAY, "09:30", "11:00", zone);
		assertThat(time.startsAt()).isEqualTo(moment);
		assertThat(time.endsAt()).isEqualTo(moment.plusSeconds(90 * 60));
		assertThat(time.homeStart()).hasToString(uk + "+01:00[Europe/London]");
	}

	@ParameterizedTest
	@CsvSource({ "Europe/London, true", "Europe/Dublin, true", "Europe/Lisbon, true", "Europe/Paris, false",
			"Australia/Adelaide, false", "Africa/Lagos, true" })
	void namesAZoneOnlyWhereClocksDiffer(String zone, boolean same) {
		assertThat(SampleEvents.at(SampleEvents.TUESDAY, "09:30", "11:00", zone).isHomeTime()).isEqualTo(same);
	}

	@ParameterizedTest
	@CsvSource({ "2021-06-08T22:00:00Z, today", "2021-06-08T02:00:00Z, tomorrow", "2021-06-07T20:00:00Z, tomorrow",
			"2021-06-06T20:00:00Z, on Tuesday 8 June", "2021-06-01T10:00:00Z," })
	void saysInItsOwnDaysWhenAnEventStartsSoon(Instant now, @Nullable String start) {
		HomeZone.use(ZoneId.of("Australia/Adelaide"));
		try {
			EventTime time = SampleEvents.at(LocalDate.of(2021, 6, 8), "23:30", "23:50", "America/New_York");
			assertThat(time.day()).isEqualTo(LocalDate.of(2021, 6, 8));
			assertThat(new EventSubmission.Settings(2, 3).startBeforeReview(time, now)).isEqualTo(start);
		}
		finally {
			HomeZone.use(null);
		}
	}

	/**
	 * Friday 4 June to Monday 7 June 2021; UK days begin an hour before UTC days. An
	 * event that is over is never too soon.
	 */
	@ParameterizedTest
	@CsvSource({ "2021-06-04T12:00:00Z, 2021-06-08, true", "2021-06-04T12:00:00Z, 2021-06-09, false",
			"2021-06-05T12:00:00Z, 2021-06-08, true", "2021-06-05T12:00:00Z, 2021-06-09, false",
			"2021-06-07T22:59:59Z, 2021-06-09, true", "2021-06-07T22:59:59Z, 2021-06-10, false",
			"2021-06-07T23:00:00Z, 2021-06-10, true", "2021-06-08T09:59:59Z, 2021-06-08, true",
			"2021-06-08T10:00:00Z, 2021-06-08, false", "2021-06-07T12:00:00Z, 2021-06-01, false" })
	void mayBeSoonerThanTheTeamReviewsInTwoWorkingDays(Instant sent, LocalDate day, boolean sooner) {
		var settings = new EventSubmission.Settings(2, 3);
		assertThat(settings.startsBeforeReview(SampleEvents.uk(day, "09:30", "11:00"), sent)).isEqualTo(sooner);
		assertThat(settings.startsBeforeReview(EventTime.toBeConfirmed(HomeZone.get()), sent)).isFalse();
	}

	/** Sent on a Friday: the team has until Tuesday, by UK clocks. */
	@ParameterizedTest
	@CsvSource({ "2021-06-09, 08:00, 09:00, Pacific/Auckland, true",
			"2021-06-09, 11:00, 12:00, Pacific/Auckland, false", "2021-06-08, 12:00, 12:30, Pacific/Honolulu, true",
			"2021-06-08, 20:00, 21:00, Pacific/Honolulu, false" })
	void isSoonByTheUkDayOnWhichItStarts(LocalDate day, String start, String end, String zone, boolean sooner) {
		var settings = new EventSubmission.Settings(2, 3);
		assertThat(settings.startsBeforeReview(SampleEvents.at(day, start, end, zone),
				Instant.parse("2021-06-04T12:00:00Z")))
			.isEqualTo(sooner);
	}

	@Test
	void seesClocksThatDifferOnlyAtTheEnd() {
		EventTime time = SampleEvents.at(LocalDate.of(2021, 3, 28), "00:30", "03:00", "Africa/Accra");
		assertThat(time.isHomeTime()).isFalse();
		assertThat(time.homeEnd()).hasToString("2021-03-28T04:00+01:00[Europe/London]");
	}

	@Test
	void refusesATimeThatTheClocksLeaveOut() {
		LocalDate clocksGoForward = LocalDate.of(2021, 3, 28);
		assertThatIllegalArgumentException().isThrownBy(() -> SampleEvents.uk(clocksGoForward, "01:30", "03:00"));
		assertThatIllegalArgumentException().isThrownBy(() -> SampleEvents.uk(clocksGoForward, "00:30", "01:30"));
		assertThat(SampleEvents.uk(clocksGoForward, "00:30", "02:00").endsAt())
			.isEqualTo(Instant.parse("2021-03-28T01:00:00Z"));
		assertThat(EventTime.exists(clocksGoForward, LocalTime.of(1, 30), ZoneId.of("Africa/Accra"))).isTrue();
	}

	@Test
	void lastsFromTheFirstDaysBeginningToTheLastOnesEnd() {
		EventTime time = EventTime.allDay(SampleEvents.TUESDAY, SampleEvents.TUESDAY.plusDays(2),
				ZoneId.of("Australia/Adelaide"));
		assertThat(time.startsAt()).isEqualTo(Instant.parse("2021-06-07T14:30:00Z"));
		assertThat(time.endsAt()).isEqualTo(Instant.parse("2021-06-10T14:30:00Z"));
		assertThat(time.isOn(SampleEvents.TUESDAY.plusDays(2))).isTrue();
		assertThat(time.isOn(SampleEvents.TUESDAY.plusDays(3))).isFalse();
		assertThat(time.words()).isEqualTo("Tuesday 8 June to Thursday 10 June 2021, all day (Adelaide time)");
		assertThat(EventTime.allDay(SampleEvents.TUESDAY, SampleEvents.TUESDAY, HomeZone.get()).words())
			.isEqualTo("Tuesday 8 June 2021, all day");
	}

	@Test
	void beginsADayWhenItsClocksFirstShowIt() {
		LocalDate clocksGoForwardAtMidnight = LocalDate.of(2021, 3, 26);
		EventTime time = EventTime.allDay(clocksGoForwardAtMidnight, clocksGoForwardAtMidnight,
				ZoneId.of("Asia/Amman"));
		assertThat(time.startsAt()).isEqualTo(Instant.parse("2021-03-25T22:00:00Z"));
	}

	@Test
	void refusesSeveralDaysWithTimesOrInTheWrongOrder() {
		LocalDate day = SampleEvents.TUESDAY;
		LocalTime nine = LocalTime.of(9, 0);
		assertThatIllegalArgumentException().isThrownBy(() -> EventTime.allDay(day, day.minusDays(1), HomeZone.get()));
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new EventTime(day, day.plusDays(1), nine, LocalTime.NOON, HomeZone.get()));
		assertThatIllegalArgumentException().isThrownBy(() -> new EventTime(day, null, null, null, HomeZone.get()));
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new EventTime(null, null, nine, LocalTime.NOON, HomeZone.get()));
	}

	@Test
	void takesTheEarlierOfTwoTimesThatTheClocksShowAlike() {
		EventTime time = SampleEvents.uk(LocalDate.of(2021, 10, 31), "01:30", "02:00");
		assertThat(time.startsAt()).isEqualTo(Instant.parse("2021-10-31T00:30:00Z"));
		assertThat(time.endsAt()).isEqualTo(Instant.parse("2021-10-31T02:00:00Z"));
	}

	@Test
	void endsAfterItStarts() {
		assertThatIllegalArgumentException().isThrownBy(() -> SampleEvents.uk(SampleEvents.TUESDAY, "09:30", "09:30"));
		assertThatIllegalArgumentException().isThrownBy(() -> SampleEvents.uk(SampleEvents.TUESDAY, "09:30", "09:00"));
	}

	@Test
	void endsAtTheMidnightThatEndsItsDay() {
		EventTime time = SampleEvents.uk(SampleEvents.TUESDAY, "22:00", "00:00");
		assertThat(time.endsAt()).isEqualTo(Instant.parse("2021-06-08T23:00:00Z"));
		assertThat(SampleEvents.uk(LocalDate.of(2021, 10, 30), "22:00", "00:00").endsAt())
			.isEqualTo(Instant.parse("2021-10-30T23:00:00Z"));
		assertThat(SampleEvents.uk(LocalDate.of(2021, 10, 31), "22:00", "00:00").endsAt())
			.isEqualTo(Instant.parse("2021-11-01T00:00:00Z"));
		LocalDate beforeClocksGoForwardAtMidnight = LocalDate.of(2021, 3, 27);
		assertThatIllegalArgumentException()
			.isThrownBy(() -> SampleEvents.at(beforeClocksGoForwardAtMidnight, "22:00", "00:00", "Asia/Beirut"));
	}

	@ParameterizedTest
	@CsvSource({ "2021-06-08, 22:00, 01:00, 2021-06-09T00:00:00Z", "2021-03-27, 20:00, 03:00, 2021-03-28T02:00:00Z",
			"2021-10-30, 20:00, 03:00, 2021-10-31T03:00:00Z", "2021-12-31, 22:00, 10:00, 2022-01-01T10:00:00Z" })
	void endsInTheNightThatFollowsItsDay(LocalDate day, String start, String end, Instant ends) {
		EventTime time = SampleEvents.uk(day, start, end);
		assertThat(time.endsAt()).isEqualTo(ends);
		assertThat(time.dayOfEnd()).isEqualTo(day.plusDays(1));
		assertThat(time.isOn(day)).isTrue();
		assertThat(time.isOn(day.plusDays(1))).isFalse();
	}

	@Test
	void saysOnWhichDayTheNightEnds() {
		assertThat(SampleEvents.uk(SampleEvents.TUESDAY, "22:00", "01:00").words())
			.isEqualTo("Tuesday 8 June 2021, 10pm to 1am on Wednesday 9 June (UK time)");
		EventTime adelaide = SampleEvents.at(SampleEvents.TUESDAY, "07:00", "10:00", "Australia/Adelaide");
		assertThat(adelaide.homeDays()).isEqualTo("from Monday 7 June to Tuesday 8 June");
		assertThat(SampleEvents.at(SampleEvents.TUESDAY, "06:00", "08:30", "Australia/Adelaide").homeDays())
			.isEqualTo("on Monday 7 June");
		assertThat(SampleEvents.at(SampleEvents.TUESDAY, "09:30", "11:00", "Australia/Adelaide").homeDays()).isNull();
	}

	@Test
	void lastsNoLongerThanANight() {
		assertThatIllegalArgumentException().isThrownBy(() -> SampleEvents.uk(SampleEvents.TUESDAY, "22:00", "10:01"));
		assertThatIllegalArgumentException()
			.isThrownBy(() -> SampleEvents.uk(LocalDate.of(2021, 3, 27), "22:00", "01:30"));
	}

	@Test
	void isKnownInWholeOrNotAtAll() {
		EventTime open = EventTime.toBeConfirmed(HomeZone.get());
		assertThat(open.isKnown()).isFalse();
		assertThat(open.startsAt()).isNull();
		assertThat(open.isHomeTime()).isTrue();
		assertThatIllegalArgumentException().isThrownBy(() -> new EventTime(SampleEvents.TUESDAY, SampleEvents.TUESDAY,
				LocalTime.of(9, 30), null, HomeZone.get()));
	}

	@Test
	void namesItsZoneAsPeopleDo() {
		assertThat(EventTime.toBeConfirmed(ZoneId.of("America/New_York")).zoneName()).isEqualTo("New York time");
	}

}
