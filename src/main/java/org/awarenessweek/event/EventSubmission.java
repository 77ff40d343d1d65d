package org.awarenessweek.event;

import org.awarenessweek.event.content.EventTime;
import org.awarenessweek.event.content.EventDetails;
import org.awarenessweek.event.content.EventContent;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.awarenessweek.edition.Edition;
import org.awarenessweek.mail.EmailAddress;
import org.awarenessweek.mail.Token;
import org.awarenessweek.site.Gone;
import org.awarenessweek.site.PlainEnglish;
import org.awarenessweek.text.HomeZone;
import org.awarenessweek.text.Words;
import org.awarenessweek.work.RetryOnConflict;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What organisers do: send events, and send a declined one again. The same submission
 * (address, title and start) is one event, however often it is sent.
 */
@Service
public class EventSubmission {

	private static final int MOST_LOOKALIKES = 3;

	private final Events events;

	private final EventConfirmation confirmation;

	private final EventMails mails;

	private final ReviewNotice notice;

	private final Clock clock;

	EventSubmission(Events events, EventConfirmation confirmation, EventMails mails, ReviewNotice notice, Clock clock) {
		this.events = events;
		this.confirmation = confirmation;
		this.mails = mails;
		this.notice = notice;
		this.clock = clock;
	}

	/**
	 * Stores events that were sent together and asks their organiser to confirm them. If
	 * the same submission, or another that wants the same address, arrives at the same
	 * moment, the database accepts one and this retries.
	 * @param series whether they are one thing that takes place more than once
	 */
	@RetryOnConflict
	@Transactional
	public void submit(List<EventContent> sent, Edition edition, boolean series) {
		Map<String, Event> stored = stored(sent, edition);
		List<Event> unconfirmed = new ArrayList<>();
		Map<EmailAddress, List<Event>> known = new LinkedHashMap<>();
		UUID together = (series && sent.size() > 1) ? UUID.randomUUID() : null;
		for (EventContent content : sent) {
			EmailAddress address = Objects.requireNonNull(content.organiser().contact());
			Event event = Objects.requireNonNull(stored.get(key(address, content)));
			together = (together != null && event.series() != null) ? event.series() : together;
			if (event.status() == EventStatus.UNCONFIRMED) {
				unconfirmed.add(event);
			}
			else {
				known.computeIfAbsent(address, (first) -> new ArrayList<>()).add(event);
			}
		}
		for (Event event : unconfirmed) {
			event.join((together != null) ? together : event.series());
		}
		this.confirmation.ask(unconfirmed);
		known.forEach((address, theirs) -> this.mails.sayTheyAreKnown(theirs, address));
	}

	/** Equal for equal submissions. */
	static String key(EmailAddress address, EventContent sent) {
		return Token.hash(String.join("\n", address.normalised(), Words.ofName(sent.title()),
				String.valueOf(sent.time().startsAt())));
	}

	/**
	 * The event of each submission, by its key, as sent unless its organiser has
	 * confirmed it. Nothing is written before all questions are asked: each question
	 * would have to wait for what was written before it.
	 */
	private Map<String, Event> stored(List<EventContent> sent, Edition edition) {
		Instant now = this.clock.instant();
		Map<String, EventContent> contents = new LinkedHashMap<>();
		sent.forEach((one) -> contents.put(key(Objects.requireNonNull(one.organiser().contact()), one), one));
		Map<String, Event> stored = this.events.findSubmitted(contents.keySet())
			.stream()
			.collect(Collectors.toMap(Event::submissionKey, (event) -> event));
		Set<String> taken = new HashSet<>();
		contents.forEach((key, content) -> stored.computeIfAbsent(key, (first) -> {
			UUID id = UUID.randomUUID();
			String slug = this.events.freeSlug(content.title(), id, taken);
			taken.add(slug);
			Event event = new Event(id, edition, slug, content, now);
			event.askAt(now);
			return event;
		}));
		contents.forEach((key, content) -> {
			Event event = Objects.requireNonNull(stored.get(key));
			if (event.status() == EventStatus.UNCONFIRMED) {
				event.describe(content, now);
				event.submitted(key, now);
			}
			stored.put(key, this.events.save(event));
		});
		return stored;
	}

	/** What visitors will see of an event that is not sent yet. */
	public Event preview(EventContent content, Edition edition) {
		Event event = new Event(UUID.randomUUID(), edition, "preview", content, this.clock.instant());
		event.confirm();
		event.publish(this.clock.instant());
		return event;
	}

	/** Events on the calendar that may be the same one: at most three. */
	public List<Lookalike> lookalikes(EventContent content, Edition edition) {
		LocalDate day = content.time().day();
		return (day == null) ? List.of()
				: this.events.beginningOn(day, edition)
					.stream()
					.filter((known) -> known.isLike(content))
					.limit(MOST_LOOKALIKES)
					.toList();
	}

	/** The event that an emailed token may send again, or has. */
	public Optional<Event> toSendAgain(String secret) {
		return this.mails.toSendAgain(secret)
			.flatMap(this.events::findById)
			.filter((event) -> event.status() == EventStatus.DECLINED || event.status() == EventStatus.WAITING);
	}

	/**
	 * Puts a declined event back into the queue with its new details; one that waits
	 * there already stays as it is.
	 * @throws Gone if the team has put it on the calendar meanwhile
	 */
	@Transactional
	public void sendAgain(String secret, EventContent sent) {
		Event event = this.mails.toSendAgain(secret)
			.flatMap(this.events::findForChange)
			.filter((declined) -> !declined.status().isPublic())
			.orElseThrow(Gone::new);
		if (event.status() == EventStatus.WAITING) {
			return;
		}
		EventDetails kept = event.details();
		event.sendAgain(new EventContent(sent.details().withLinks(kept.liveLink(), kept.recordingLink()), sent.time(),
				sent.place(), sent.organiser()), this.clock.instant());
		this.notice.tell();
	}

	/**
	 * What the calendar promises and allows.
	 *
	 * @param reviewDays how many working days the team takes to review an event: a
	 * promise that pages and emails make
	 * @param mostLinks how many links a description may hold
	 */
	@ConfigurationProperties("calendar")
	public record Settings(@DefaultValue("2") int reviewDays, @DefaultValue("3") int mostLinks) {

		/**
		 * Whether an event that is not over starts before the review days are over. These
		 * are Monday to Friday, on the week's own clocks.
		 */
		public boolean startsBeforeReview(EventTime time, Instant now) {
			LocalDate reviewed = LocalDate.ofInstant(now, HomeZone.get());
			for (int left = this.reviewDays; left > 0;) {
				reviewed = reviewed.plusDays(1);
				left -= (reviewed.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0) ? 1 : 0;
			}
			Instant start = time.startsAt();
			Instant end = time.endsAt();
			return start != null && end != null && now.isBefore(end)
					&& !LocalDate.ofInstant(start, HomeZone.get()).isAfter(reviewed);
		}

		/**
		 * When an event starts, if it starts before the review days are over:
		 * {@code today}, {@code tomorrow}, {@code on Friday 11 June}.
		 */
		@Nullable String startBeforeReview(EventTime time, Instant now) {
			LocalDate day = time.day();
			if (day == null || !startsBeforeReview(time, now)) {
				return null;
			}
			return switch ((int) ChronoUnit.DAYS.between(LocalDate.ofInstant(now, time.zone()), day)) {
				case 0 -> "today";
				case 1 -> "tomorrow";
				default -> "on " + PlainEnglish.dayWithoutYear(day);
			};
		}

	}

}
