package org.awarenessweek.event;

import org.awarenessweek.event.content.Organiser;
import org.awarenessweek.event.content.EventTime;
import org.awarenessweek.event.content.EventContent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;

import org.awarenessweek.JourneyTest;
import org.awarenessweek.edition.Editions;
import org.awarenessweek.mail.EmailAddress;
import org.awarenessweek.mail.TestMailServer;
import org.awarenessweek.site.NotFound;
import org.awarenessweek.site.StaleForm;
import org.awarenessweek.team.TeamRecord;
import org.awarenessweek.team.TeamRecords;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What the team does with events: each step, its record and its email. */
@JourneyTest
class EventModerationTests {

	private static final String BY = "anna@week.example";

	/** When no other test looks for what is next. */
	private static final EventTime LATE = SampleEvents.uk(SampleEvents.TUESDAY.plusDays(5), "21:00", "22:00");

	private final String title = "Songs " + UUID.randomUUID();

	private final EmailAddress contact = new EmailAddress(UUID.randomUUID() + "@example.org");

	@Autowired
	private EventModeration moderation;

	@Autowired
	private Events events;

	@Autowired
	private Editions editions;

	@Autowired
	private TeamRecords records;

	@Autowired
	private JdbcClient database;

	@AfterEach
	void leaveNothingOnTheCalendar() {
		this.database.sql("delete from event where title like ?").param(this.title + "%").update();
	}

	@Test
	void leadsAnEventToTheCalendarAndOff() {
		UUID id = unconfirmed();
		step(id, (version, one) -> this.moderation.confirm(one, version, BY), EventStatus.WAITING,
				"confirmed “%s” for its organiser");
		step(id, (version, one) -> this.moderation.publish(one, version, BY), EventStatus.PUBLISHED,
				"put “%s” on the calendar");
		step(id, (version, one) -> this.moderation.postpone(one, version, "The hall is closed", BY),
				EventStatus.POSTPONED, "postponed “%s”: The hall is closed");
		step(id, (version, one) -> this.moderation.cancel(one, version, null, BY), EventStatus.CANCELLED,
				"cancelled “%s”");
		assertThat(subjects()).hasSize(3);
	}

	@Test
	void declinesAnEventForAReasonThatItsOrganiserReads() {
		UUID id = unconfirmed();
		this.moderation.confirm(id, version(id), BY);
		step(id, (version, one) -> this.moderation.decline(one, version, "It is a sale", BY), EventStatus.DECLINED,
				"declined “%s”: It is a sale");
		assertThat(subjects()).hasSize(1);
	}

	@Test
	void refusesWhatHasChangedSinceItWasSeen() {
		UUID id = unconfirmed();
		int seen = version(id);
		this.moderation.confirm(id, seen, BY);
		assertThatExceptionOfType(StaleForm.class).isThrownBy(() -> this.moderation.publish(id, seen, BY));
		assertThat(event(id).status()).isEqualTo(EventStatus.WAITING);
		assertThat(records(id)).hasSize(1);
		assertThat(subjects()).isEmpty();
	}

	@Test
	void refusesAStepThatItsStatusDoesNotAllow() {
		UUID id = unconfirmed();
		assertThatExceptionOfType(StaleForm.class).isThrownBy(() -> this.moderation.publish(id, version(id), BY));
		assertThatExceptionOfType(StaleForm.class).isThrownBy(() -> this.moderation.pin(id, version(id), true, BY));
		assertThat(event(id).status()).isEqualTo(EventStatus.UNCONFIRMED);
		assertThat(records(id)).isEmpty();
	}

	@Test
	void publishesSomeOfASeriesWithOneEmail() {
		UUID series = UUID.randomUUID();
		List<UUID> ids = IntStream.range(0, 40).mapToObj((day) -> waiting(series, day)).toList();
		Map<UUID, Integer> seen = new HashMap<>();
		ids.subList(0, 35).forEach((id) -> seen.put(id, version(id)));
		Map<UUID, Integer> stale = new HashMap<>(seen);
		stale.put(ids.getLast(), 77);
		assertThatExceptionOfType(StaleForm.class)
			.isThrownBy(() -> this.moderation.publishSeries(ids.getFirst(), stale, BY));
		assertThat(event(ids.getFirst()).status()).isEqualTo(EventStatus.WAITING);
		this.moderation.publishSeries(ids.getFirst(), seen, BY);
		assertThat(this.events.ofSeries(series)).extracting(Event::status)
			.startsWith(EventStatus.PUBLISHED)
			.endsWith(EventStatus.WAITING);
		assertThat(ids.subList(0, 35)).allSatisfy((id) -> assertThat(records(id)).hasSize(1));
		assertThat(records(ids.getLast())).isEmpty();
		assertThat(subjects()).hasSize(1);
		assertThat(TestMailServer.textOf(TestMailServer.onlyMailTo(this.contact.value())))
			.contains("These 35 events are on the calendar", "And 5 more.");
		assertThatExceptionOfType(StaleForm.class).as("what is published already")
			.isThrownBy(() -> this.moderation.publishSeries(ids.getFirst(),
					Map.of(ids.getFirst(), version(ids.getFirst())), BY));
		assertThatExceptionOfType(NotFound.class).as("of no series")
			.isThrownBy(() -> this.moderation.publishSeries(unconfirmed(), seen, BY));
	}

	private UUID waiting(UUID series, int place) {
		Event event = SampleEvents.unconfirmed(this.editions.current(), this.title + " " + place, SampleEvents
			.uk(SampleEvents.TUESDAY.plusDays(4), "1%d:0%d".formatted(place / 10, place % 10), "22:00"));
		event.join(series);
		event.confirm();
		return save(event);
	}

	@Test
	void marksAnEventOnTheCalendar() {
		UUID id = published();
		this.moderation.markFull(id, version(id), true, BY);
		this.moderation.pin(id, version(id), true, BY);
		this.moderation.addRecording(id, version(id), "https://example.org/recording", BY);
		assertThat(event(id).isFull()).isTrue();
		assertThat(event(id).isPinned()).isTrue();
		assertThat(event(id).details().recordingLink()).isEqualTo("https://example.org/recording");
		assertThat(records(id)).hasSize(3);
	}

	@Test
	void editsAnEventAndMovesItToAnotherAddress() {
		UUID id = published();
		String slug = "moved-" + id;
		EventContent content = event(id).content();
		this.moderation.edit(id, version(id),
				new EventContent(content.details(), content.time(), SampleEvents.inPerson(), content.organiser()), slug,
				BY);
		assertThat(event(id).place()).isEqualTo(SampleEvents.inPerson());
		assertThat(event(id).slug()).isEqualTo(slug);
		this.moderation.edit(id, version(id), content, null, BY);
		assertThat(event(id).content()).isEqualTo(content);
		assertThat(event(id).slug()).isEqualTo(slug);
		assertThat(subjects()).hasSize(2);
	}

	@Test
	void entersAnEventThatCameByEmail() {
		EventContent content = event(unconfirmed()).content();
		UUID waiting = this.moderation.enter(content, this.editions.current(), false, BY);
		assertThat(event(waiting).status()).isEqualTo(EventStatus.WAITING);
		UUID shown = this.moderation.enter(content, this.editions.current(), true, BY);
		assertThat(event(shown).status()).isEqualTo(EventStatus.PUBLISHED);
		assertThat(event(shown).slug()).isNotEqualTo(event(waiting).slug());
		assertThat(records(shown)).hasSize(2);
	}

	private void step(UUID id, BiConsumer<Integer, UUID> step, EventStatus next, String record) {
		step.accept(version(id), id);
		assertThat(event(id).status()).isEqualTo(next);
		assertThat(records(id)).anySatisfy(
				(what) -> assertThat(what.replaceAll("[\\u2066-\\u2069]", "")).isEqualTo(record.formatted(this.title)));
	}

	private UUID unconfirmed() {
		return save(SampleEvents.unconfirmed(this.editions.current(), this.title, LATE));
	}

	private UUID published() {
		return save(SampleEvents.published(this.editions.current(), this.title, LATE));
	}

	private UUID save(Event event) {
		return this.events
			.save(SampleEvents.described(event, event.details(), event.place(),
					new Organiser("Ada", "Babies in Mind", this.contact)))
			.id();
	}

	private Event event(UUID id) {
		return this.events.findById(id).orElseThrow();
	}

	private int version(UUID id) {
		return event(id).version();
	}

	private List<String> records(UUID id) {
		return this.records.of(id).stream().map(TeamRecord::what).toList();
	}

	private List<@Nullable String> subjects() {
		return this.database.sql("select subject from outgoing_mail where recipient = ?")
			.param(this.contact.value())
			.query(String.class)
			.list();
	}

}
