package org.awarenessweek.event;

import org.awarenessweek.event.content.Organiser;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;

import jakarta.mail.internet.MimeMessage;
import org.awarenessweek.JourneyTest;
import org.awarenessweek.MovableClock;
import org.awarenessweek.mail.EmailAddress;
import org.awarenessweek.mail.TestMailServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/** What an organiser is told, in every case. */
@JourneyTest
class EventMailsTests {

	private static final String HOSTILE = "<b>A</b> **walk** {page} {reason} [x](javascript:y)";

	private static final String REASON = "One {title}.\n\nTwo <i>lines</i>\nof [x](https://evil.example).";

	@Autowired
	private EventMails mails;

	@Autowired
	private MovableClock clock;

	@Autowired
	private TransactionTemplate transaction;

	private final String address = UUID.randomUUID() + "@example.org";

	private final Event event = event();

	@BeforeEach
	void startTheClock() {
		this.clock.set(Instant.parse("2021-06-01T09:00:00Z"));
	}

	@Test
	void isAskedToConfirm() {
		String text = TestMailServer.textOf(sent((mails) -> mails.askToConfirm(this.event, List.of(this.event))));
		assertThat(text).contains("within 2 working days", "/calendar/confirm?token=")
			.doesNotContain("in time", "walk");
	}

	@Test
	void isToldWhatMayComeTooLate() {
		this.clock.set(Instant.parse("2021-06-07T09:00:00Z"));
		assertThat(TestMailServer.textOf(sent((mails) -> mails.askToConfirm(this.event, List.of(this.event)))))
			.contains("Your event starts tomorrow, so it may not be on the calendar in time.\n");
	}

	@ParameterizedTest
	@EnumSource(names = "UNCONFIRMED", mode = EnumSource.Mode.EXCLUDE)
	void isToldWhatBecameOfAnEventThatIsSentAgain(EventStatus status) {
		become(status);
		MimeMessage mail = sent((mails) -> mails.sayTheyAreKnown(List.of(this.event), new EmailAddress(this.address)));
		String text = TestMailServer.textOf(mail);
		assertThat(text).contains("\nIt is ").doesNotContain(HOSTILE);
		assertThat(text.contains("See it on the calendar:\n")).isEqualTo(status.isPublic());
		assertThat(text.contains("/calendar/submit?token=")).isEqualTo(status == EventStatus.DECLINED);
	}

	@Test
	void isToldThatItIsPublished() {
		become(EventStatus.PUBLISHED);
		MimeMessage mail = sent((mails) -> mails.published(List.of(this.event)));
		assertHarmless(mail, "On the calendar: ");
		assertThat(TestMailServer.textOf(mail)).contains("\nTuesday 8 June 2021");
	}

	@Test
	void isToldWhyItIsDeclined() {
		MimeMessage mail = sent((mails) -> mails.declined(this.event, REASON));
		assertHarmless(mail, "Not on the calendar: ");
		assertReason(mail);
		assertThat(TestMailServer.textOf(mail)).contains("Change your event:\nhttp://localhost/calendar/submit?token=");
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void isToldThatItIsPostponed(boolean why) {
		assertMarked(why, "Postponed: ", sent((mails) -> mails.postponed(this.event, why ? REASON : null)));
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void isToldThatItIsCancelled(boolean why) {
		assertMarked(why, "Cancelled: ", sent((mails) -> mails.cancelled(this.event, why ? REASON : null)));
	}

	private void assertMarked(boolean why, String subject, MimeMessage mail) {
		assertHarmless(mail, subject);
		assertThat(TestMailServer.textOf(mail).contains("The team’s reason:\n")).isEqualTo(why);
		assertThat(TestMailServer.htmlOf(mail).contains("<blockquote>")).isEqualTo(why);
		if (why) {
			assertReason(mail);
		}
	}

	@ParameterizedTest
	@EnumSource(names = { "WAITING", "PUBLISHED" })
	void isToldWhatHasChanged(EventStatus status) {
		become(status);
		Map<String, String> before = this.mails.words(this.event);
		before.put("Cost", "**£5**");
		SampleEvents.described(this.event, this.event.details(), this.event.place(), organiser("שלום"));
		MimeMessage mail = sent((mails) -> mails.changed(this.event, before));
		assertHarmless(mail, "Changed: ");
		String text = TestMailServer.textOf(mail);
		assertThat(text).contains("\n\nOrganisation\nBefore: Babies in Mind\nNow: \u2068שלום\u2069\n",
				"\n\nCost\nBefore: **£5**\nNow: nothing\n");
		assertThat(text.contains("See your event:\n")).isEqualTo(status.isPublic());
		assertThat(TestMailServer.htmlOf(mail)).contains("<strong><bdi>Cost</bdi></strong><br>");
	}

	private void assertHarmless(MimeMessage mail, String subject) {
		String shown = HOSTILE.replace("javascript:y", "javascript:\u200Ay");
		assertThat(TestMailServer.subjectOf(mail)).isEqualTo(subject + shown);
		assertThat(TestMailServer.textOf(mail)).contains("\n" + shown + "\n");
		assertThat(TestMailServer.htmlOf(mail))
			.contains("<strong><bdi>" + shown.replace("<", "&lt;").replace(">", "&gt;") + "</bdi></strong>")
			.doesNotContain("href=\"javascript", "<b>");
	}

	private void assertReason(MimeMessage mail) {
		assertThat(TestMailServer.textOf(mail).replace("\u200A", "")).contains("\n" + REASON + "\n");
		assertThat(TestMailServer.htmlOf(mail).replace("\u200A", ""))
			.containsPattern(
					"One \\{title}\\.(<br>|</p>|<p dir=\"auto\">|\n)+Two &lt;i&gt;lines&lt;/i&gt;<br>\nof \\[x]")
			.doesNotContain("href=\"https://evil");
	}

	private MimeMessage sent(Consumer<EventMails> act) {
		this.clock.advance(Duration.ofSeconds(1));
		this.transaction.executeWithoutResult((status) -> act.accept(this.mails));
		return TestMailServer.onlyMailTo(this.address);
	}

	private void become(EventStatus status) {
		Stream<EventStatus> steps = switch (status) {
			case POSTPONED, CANCELLED -> Stream.of(EventStatus.PUBLISHED, status);
			default -> Stream.of(status);
		};
		this.event.confirm();
		steps.forEach((step) -> {
			switch (step) {
				case DECLINED -> this.event.decline();
				case PUBLISHED -> this.event.publish(SampleEvents.SENT);
				case POSTPONED -> this.event.postpone(SampleEvents.SENT);
				case CANCELLED -> this.event.cancel(SampleEvents.SENT);
				case UNCONFIRMED, WAITING -> assertThat(this.event.status()).isEqualTo(step);
			}
		});
	}

	private Event event() {
		Event event = SampleEvents.unconfirmed(SampleEvents.edition2021(), HOSTILE,
				SampleEvents.uk(SampleEvents.TUESDAY, "09:30", "11:00"));
		return SampleEvents.described(event, event.details(), event.place(), organiser("Babies in Mind"));
	}

	private Organiser organiser(String organisation) {
		return new Organiser("Ada Byron", organisation, new EmailAddress(this.address));
	}

}
