package org.awarenessweek.event;

import org.awarenessweek.event.content.Organiser;
import org.awarenessweek.event.content.EventTime;
import org.awarenessweek.event.content.EventContent;
import java.time.LocalTime;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.IntStream;

import org.awarenessweek.JourneyTest;
import org.awarenessweek.edition.Edition;
import org.awarenessweek.edition.Editions;
import org.awarenessweek.mail.EmailAddress;
import org.awarenessweek.mail.TestMailServer;
import org.awarenessweek.mail.Tokens;
import org.awarenessweek.site.Gone;
import org.awarenessweek.text.HomeZone;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.Limit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What organisers do with their events. */
@JourneyTest
class EventSubmissionTests {

	private final EmailAddress contact = new EmailAddress(UUID.randomUUID() + "@example.org");

	@Autowired
	private EventSubmission submission;

	@Autowired
	private Events events;

	@Autowired
	private Editions editions;

	@Autowired
	private JdbcClient database;

	@Autowired
	private TransactionTemplate transaction;

	@Autowired
	private Tokens tokens;

	private Edition edition;

	private EventContent content;

	@BeforeEach
	void write() {
		this.edition = this.editions.current();
		EventContent sample = SampleEvents.unconfirmed().content();
		EventTime late = SampleEvents.uk(SampleEvents.TUESDAY.plusDays(5), "21:00", "22:00");
		this.content = new EventContent(sample.details(), late, sample.place(),
				new Organiser("Ada", "Babies in Mind", this.contact));
	}

	@Test
	void storesAnEventThatWaitsForItsOrganiser() {
		submit(this.content);
		Event event = only();
		assertThat(event.status()).isEqualTo(EventStatus.UNCONFIRMED);
		assertThat(event.content()).isEqualTo(this.content);
		assertThat(mails()).isOne();
	}

	@Test
	void takesTheSameOnceMoreAsTheOneThatIsThere() {
		submit(this.content);
		EventContent other = new EventContent(this.content.details(), this.content.time(), SampleEvents.inPerson(),
				this.content.organiser());
		submit(other);
		assertThat(only().content()).isEqualTo(other);
	}

	@Test
	void leavesAnEventThatWasConfirmedAsItIs() {
		submit(this.content);
		move(Event::confirm);
		submit(new EventContent(this.content.details(), this.content.time(), SampleEvents.inPerson(),
				this.content.organiser()));
		assertThat(only().content()).isEqualTo(this.content);
		assertThat(mails()).as("that it is known").isEqualTo(2);
	}

	@Test
	void putsADeclinedEventIntoTheQueueAgainAndKeepsTheTeamsLinks() {
		submit(this.content);
		move((event) -> {
			event.confirm();
			EventContent now = event.content();
			event.describe(new EventContent(now.details().withLinks("https://example.org/live", null), now.time(),
					now.place(), now.organiser()), SampleEvents.SENT);
			event.decline();
		});
		String secret = secret();
		this.submission.sendAgain(secret, this.content);
		assertThat(only().status()).isEqualTo(EventStatus.WAITING);
		assertThat(only().details().liveLink()).isEqualTo("https://example.org/live");
		move((event) -> event.publish(SampleEvents.SENT));
		assertThatExceptionOfType(Gone.class).isThrownBy(() -> this.submission.sendAgain(secret, this.content));
		assertThat(this.submission.toSendAgain(secret)).isEmpty();
	}

	@Test
	void storesAllThatComeTogetherUnderOneTitle() throws InterruptedException, ExecutionException {
		String title = "Open day " + UUID.randomUUID();
		List<Callable<EmailAddress>> senders = IntStream.range(0, 12)
			.<Callable<EmailAddress>>mapToObj((sender) -> () -> {
				EmailAddress address = new EmailAddress(UUID.randomUUID() + "@example.org");
				EventContent other = SampleEvents.unconfirmed(this.edition, title, this.content.time()).content();
				submit(new EventContent(other.details(), other.time(), other.place(),
						new Organiser("Ada", "Babies in Mind", address)));
				return address;
			})
			.toList();
		try (var threads = Executors.newFixedThreadPool(senders.size())) {
			for (Future<EmailAddress> sent : threads.invokeAll(senders)) {
				assertThat(this.database.sql("select count(distinct slug) from event where organiser_contact = ?")
					.param(sent.get().value())
					.query(int.class)
					.single()).isOne();
			}
		}
	}

	@Test
	void keepsWhatTakesPlaceMoreThanOnceTogether() {
		List<EventContent> days = days(3);
		this.submission.submit(days.subList(0, 2), this.edition, true);
		this.submission.submit(days, this.edition, true);
		UUID series = Objects.requireNonNull(all().getFirst().series());
		assertThat(this.events.ofSeries(series)).extracting(Event::content).isEqualTo(days);
		assertThat(mails()).isOne();
		this.transaction.executeWithoutResult(
				(status) -> all().forEach((event) -> this.events.findForChange(event.id()).orElseThrow().confirm()));
		this.submission.submit(days(4), this.edition, true);
		assertThat(this.events.ofSeries(series)).hasSize(4)
			.extracting(Event::status)
			.containsExactly(EventStatus.WAITING, EventStatus.WAITING, EventStatus.WAITING, EventStatus.UNCONFIRMED);
		assertThat(mails()).as("that the first three are known").isEqualTo(2);
	}

	@Test
	void storesASeriesOnceHoweverManyTimesItIsSentAtOnce() throws InterruptedException, ExecutionException {
		List<EventContent> days = days(6);
		Callable<Boolean> sender = () -> {
			this.submission.submit(days, this.edition, true);
			return true;
		};
		try (var threads = Executors.newFixedThreadPool(8)) {
			for (Future<Boolean> sent : threads.invokeAll(Collections.nCopies(8, sender))) {
				assertThat(sent.get()).isTrue();
			}
		}
		assertThat(this.events.ofSeries(Objects.requireNonNull(all().getFirst().series()))).hasSize(6)
			.hasSameSizeAs(all());
		assertThat(mails()).isOne();
	}

	@Test
	void takesTwoHundredEventsOfAFileWithOneEmail() {
		List<EventContent> rows = IntStream.range(0, 200)
			.mapToObj((row) -> with(EventTime.on(this.edition.week().first().plusDays(row % 7),
					LocalTime.of(8 + row / 20, row % 20), LocalTime.of(20, 0), HomeZone.get())))
			.toList();
		this.submission.submit(rows, this.edition, false);
		this.submission.submit(rows, this.edition, false);
		assertThat(all()).hasSize(200).allSatisfy((event) -> {
			assertThat(event.series()).isNull();
			assertThat(event.isToBeAsked()).isFalse();
		});
		assertThat(mails()).isOne();
		assertThat(TestMailServer.textOf(TestMailServer.onlyMailTo(this.contact.value())))
			.contains("sending us 200 events", "And 170 more.");
	}

	private List<EventContent> days(int number) {
		return IntStream.range(0, number)
			.mapToObj((day) -> with(SampleEvents.uk(SampleEvents.TUESDAY.plusDays(day), "21:00", "22:00")))
			.toList();
	}

	private EventContent with(EventTime time) {
		return new EventContent(this.content.details(), time, this.content.place(), this.content.organiser());
	}

	private List<Event> all() {
		return this.events.of(this.contact.mailbox(), EventStatus.UNCONFIRMED, Limit.of(500));
	}

	@Test
	void takesNothingWithASecretThatNobodyWasSent() {
		assertThat(this.submission.toSendAgain("nothing")).isEmpty();
		assertThatExceptionOfType(Gone.class).isThrownBy(() -> this.submission.sendAgain("nothing", this.content));
	}

	private void submit(EventContent one) {
		this.submission.submit(List.of(one), this.edition, true);
	}

	private void move(Consumer<Event> step) {
		UUID id = only().id();
		this.transaction.executeWithoutResult((status) -> step.accept(this.events.findForChange(id).orElseThrow()));
	}

	private String secret() {
		return this.tokens.issue(EventMails.SEND_AGAIN, only().id(), null).secret();
	}

	private Event only() {
		UUID id = this.database.sql("select id from event where organiser_contact = ?")
			.param(this.contact.value())
			.query(UUID.class)
			.single();
		return this.events.findById(id).orElseThrow();
	}

	private long mails() {
		return this.database.sql("select count(*) from outgoing_mail where recipient = ?")
			.param(this.contact.value())
			.query(Long.class)
			.single();
	}

}
