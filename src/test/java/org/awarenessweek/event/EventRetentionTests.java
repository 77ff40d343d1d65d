package org.awarenessweek.event;

import org.awarenessweek.event.content.Organiser;
import java.time.Duration;
import java.time.Instant;

import org.awarenessweek.DatabaseTest;
import org.awarenessweek.MovableClock;
import org.awarenessweek.edition.Editions;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.jpa.test.autoconfigure.TestEntityManager;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;

@DatabaseTest
@Import(EventRetention.class)
class EventRetentionTests {

	@Autowired
	private EventRetention clearing;

	@Autowired
	private Events events;

	@Autowired
	private Editions editions;

	@Autowired
	private MovableClock clock;

	@Autowired
	private TestEntityManager entities;

	@Test
	void deletesWhatNobodyConfirmedForFourteenDays() {
		Event forgotten = save(SampleEvents.unconfirmed(this.editions.current(), "Forgotten",
				SampleEvents.uk(SampleEvents.TUESDAY, "12:00", "13:00")));
		Event waiting = SampleEvents.unconfirmed(this.editions.current(), "Waits",
				SampleEvents.uk(SampleEvents.TUESDAY, "12:00", "13:00"));
		waiting.confirm();
		Event kept = save(waiting);
		this.clock.set(SampleEvents.SENT.plus(Duration.ofDays(14)));
		clear();
		assertThat(this.events.findById(forgotten.id())).isPresent();
		this.clock.advance(Duration.ofMillis(1));
		clear();
		assertThat(this.events.findById(forgotten.id())).isEmpty();
		assertThat(this.events.findById(kept.id())).isPresent();
		assertThat(this.events.isFree("forgotten", kept.id())).isTrue();
	}

	@Test
	void erasesContactsSixMonthsAfterTheWeek() {
		Event event = save(SampleEvents.published(this.editions.current(), "Songs",
				SampleEvents.uk(SampleEvents.TUESDAY, "12:00", "13:00")));
		this.clock.set(Instant.parse("2021-12-13T23:59:00Z"));
		clear();
		assertThat(found(event).organiser().contact()).isNotNull();
		this.clock.set(Instant.parse("2021-12-14T00:00:00Z"));
		clear();
		assertThat(found(event).organiser()).isEqualTo(new Organiser(null, "Babies in Mind", null));
		assertThat(found(event).status()).isEqualTo(EventStatus.PUBLISHED);
	}

	@Test
	void keepsTheContactOfAnEventThatWasSentLater() {
		Event late = SampleEvents.published(this.editions.current(), "Late",
				SampleEvents.uk(SampleEvents.TUESDAY, "12:00", "13:00"));
		late.submitted("late", Instant.parse("2021-12-01T12:00:00Z"));
		save(late);
		this.clock.set(Instant.parse("2022-06-01T12:00:00Z"));
		clear();
		assertThat(found(late).organiser().contact()).isNotNull();
		this.clock.set(Instant.parse("2022-06-02T12:00:00Z"));
		clear();
		assertThat(found(late).organiser().contact()).isNull();
	}

	private void clear() {
		this.clearing.deleteUnconfirmed();
		this.clearing.eraseContacts();
		this.entities.flush();
		this.entities.clear();
	}

	private Event found(Event event) {
		return this.events.findById(event.id()).orElseThrow();
	}

	private Event save(Event event) {
		Event saved = this.events.save(event);
		this.entities.flush();
		return saved;
	}

}
