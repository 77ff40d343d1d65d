package org.awarenessweek.event;

import org.awarenessweek.event.content.Organiser;
import org.awarenessweek.event.content.EventTime;
import org.awarenessweek.event.content.EventDetails;
import java.time.Instant;
import java.util.List;

import org.awarenessweek.event.content.EventTime.Phase;
import org.awarenessweek.mail.EmailAddress;
import org.awarenessweek.text.HomeZone;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class EventTests {

	private static final Instant BEFORE = Instant.parse("2021-06-08T08:29:59Z");

	private static final Instant START = Instant.parse("2021-06-08T08:30:00Z");

	private static final Instant END = Instant.parse("2021-06-08T10:00:00Z");

	@Test
	void refusesToPublishBeforeConfirmation() {
		Event event = SampleEvents.unconfirmed();
		assertThatIllegalStateException().isThrownBy(() -> event.publish(START));
		assertThat(event.status()).isEqualTo(EventStatus.UNCONFIRMED);
	}

	@Test
	void leadsTheLifeOfAnEvent() {
		Event event = SampleEvents.waiting();
		event.decline();
		event.sendAgain(event.content(), SampleEvents.SENT);
		event.publish(START);
		event.postpone(SampleEvents.SENT);
		event.publish(END);
		event.cancel(SampleEvents.SENT);
		assertThatIllegalStateException().isThrownBy(() -> event.publish(END));
		assertThatIllegalStateException().isThrownBy(() -> event.postpone(SampleEvents.SENT));
	}

	@Test
	void isSentAgainOnlyOnceDeclined() {
		Event event = SampleEvents.unconfirmed();
		assertThatIllegalStateException().isThrownBy(() -> event.sendAgain(event.content(), SampleEvents.SENT));
	}

	@Test
	void hasMarksOnlyOnTheCalendar() {
		Event event = SampleEvents.waiting();
		assertThatIllegalStateException().isThrownBy(() -> event.markFull(true, SampleEvents.SENT));
		assertThatIllegalStateException().isThrownBy(() -> event.pin(true));
		assertThatIllegalStateException()
			.isThrownBy(() -> event.addLinks(null, "https://example.org/r", SampleEvents.SENT));
	}

	@Test
	void countsEachChangeThatVisitorsSee() {
		Event event = SampleEvents.published();
		Instant later = SampleEvents.SENT.plusSeconds(86400);
		List<Runnable> changes = List.of(() -> event.describe(event.content(), later),
				() -> event.markFull(true, later), () -> event.addLinks(null, "https://example.org/r", later),
				() -> event.moveTo("elsewhere", later), () -> event.postpone(later), () -> event.publish(later),
				() -> event.cancel(later));
		for (Runnable change : changes) {
			int before = event.history().revision();
			change.run();
			assertThat(event.history().revision()).isEqualTo(before + 1);
			assertThat(event.history().changedAt()).isEqualTo(later);
		}
		assertThat(event.publishedAt()).isEqualTo(SampleEvents.SENT.plusSeconds(3600));
		int last = event.history().revision();
		event.pin(true);
		event.eraseContact();
		assertThat(event.history().revision()).isEqualTo(last);
	}

	@Test
	void startsSoonFromHalfAnHourBefore() {
		Event event = SampleEvents.published();
		assertThat(event.phase(START.minusSeconds(1801))).isEqualTo(Phase.COMING);
		assertThat(event.phase(START.minusSeconds(1800))).isEqualTo(Phase.SOON);
		assertThat(event.phase(START.minusSeconds(1))).isEqualTo(Phase.SOON);
		assertThat(event.phase(START)).isEqualTo(Phase.ON_NOW);
		event.postpone(SampleEvents.SENT);
		assertThat(event.phase(START.minusSeconds(1))).isNull();
		Event allDay = SampleEvents.published(SampleEvents.edition2021(), "All day",
				EventTime.allDay(SampleEvents.TUESDAY, SampleEvents.TUESDAY, HomeZone.get()));
		assertThat(allDay.phase(Instant.parse("2021-06-07T22:59:00Z"))).isEqualTo(Phase.COMING);
		assertThat(allDay.phase(Instant.parse("2021-06-07T23:00:00Z"))).isEqualTo(Phase.ON_NOW);
	}

	@Test
	void isOnNowFromItsStartUntilItsEnd() {
		Event event = SampleEvents.published();
		assertThat(event.phase(BEFORE)).isEqualTo(Phase.SOON);
		assertThat(event.phase(START)).isEqualTo(Phase.ON_NOW);
		assertThat(event.phase(END.minusNanos(1))).isEqualTo(Phase.ON_NOW);
		assertThat(event.phase(END)).isEqualTo(Phase.OVER);
		event.postpone(SampleEvents.SENT);
		assertThat(event.phase(START)).isNull();
	}

	@Test
	void isOverWithoutADateOnceEveryDayOfItsWeekIsPast() {
		Event event = SampleEvents.published(SampleEvents.edition2021(), "No date",
				EventTime.toBeConfirmed(HomeZone.get()));
		Instant past = Instant.parse("2021-06-27T23:00:00Z");
		assertThat(event.phase(past.minusNanos(1))).isEqualTo(Phase.COMING);
		assertThat(event.phase(past)).isEqualTo(Phase.OVER);
		assertThat(event.turns()).containsExactly(past);
		event.cancel(SampleEvents.SENT);
		assertThat(event.phase(past)).isNull();
	}

	@ParameterizedTest
	@CsvSource({ "b, l, r, false, BOOKING, LIVE, RECORDING", "b, , , false, BOOKING, BOOKING, RECORDING_TO_FOLLOW",
			"b, , r, true, NOTHING, NOTHING, RECORDING", "b, l, , true, LIVE, LIVE, RECORDING_TO_FOLLOW",
			", l, , false, LIVE, LIVE, RECORDING_TO_FOLLOW",
			", , , false, LINK_TO_FOLLOW, LINK_TO_FOLLOW, RECORDING_TO_FOLLOW",
			", , r, false, LINK_TO_FOLLOW, LINK_TO_FOLLOW, RECORDING" })
	void offersTheRightThingOnline(@Nullable String booking, @Nullable String live, @Nullable String recording,
			boolean full, EventDetails.Offer before, EventDetails.Offer during, EventDetails.Offer after) {
		Event event = SampleEvents.offering(SampleEvents.online(), booking, live, recording);
		event.markFull(full, SampleEvents.SENT);
		assertThat(event.offer(BEFORE)).isEqualTo(before);
		assertThat(event.offer(START)).isEqualTo(during);
		assertThat(event.offer(END)).isEqualTo(after);
	}

	@Test
	void promisesNoLinkToWhatOneGoesTo() {
		Event event = SampleEvents.offering(SampleEvents.inPerson(), null, null, null);
		assertThat(event.offer(BEFORE)).isEqualTo(EventDetails.Offer.NOTHING);
		assertThat(event.offer(END)).isEqualTo(EventDetails.Offer.NOTHING);
	}

	@Test
	void offersNothingThatDoesNotTakePlace() {
		Event event = SampleEvents.offering(SampleEvents.online(), "b", "l", "r");
		event.postpone(SampleEvents.SENT);
		assertThat(event.offer(BEFORE)).isEqualTo(EventDetails.Offer.NOTHING);
		event.cancel(SampleEvents.SENT);
		assertThat(event.offer(END)).isEqualTo(EventDetails.Offer.NOTHING);
	}

	@Test
	void forgetsThePersonWhereAnOrganisationIsNamed() {
		Event event = SampleEvents.published();
		event.eraseContact();
		assertThat(event.organiser()).isEqualTo(new Organiser(null, "Babies in Mind", null));
		assertThat(new Organiser("Ada", null, new EmailAddress("ada@example.org")).withoutContact())
			.isEqualTo(new Organiser("Ada", null, null));
	}

}
