package org.awarenessweek.calendar;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import org.awarenessweek.edition.Edition;
import org.awarenessweek.mail.EmailAddress;
import org.awarenessweek.mail.Token;
import org.awarenessweek.mail.Tokens;
import org.awarenessweek.site.Gone;
import org.awarenessweek.site.SiteClock;
import org.awarenessweek.text.Words;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What organisers do: send an event, and send a declined one again. The same submission
 * (address, title and start) is one event, however often it is sent.
 */
@Service
class EventSubmission {

	private static final String SEND_AGAIN = "event-resend";

	private static final Duration TO_SEND_AGAIN = Duration.ofDays(60);

	private static final int TRIES = 3;

	private final Events events;

	private final EventConfirmation confirmation;

	private final EventMails mails;

	private final EventNotice notice;

	private final Tokens tokens;

	private final Clock clock;

	private final TransactionTemplate transaction;

	EventSubmission(Events events, EventConfirmation confirmation, EventMails mails, EventNotice notice, Tokens tokens,
			Clock clock, TransactionTemplate transaction) {
		this.events = events;
		this.confirmation = confirmation;
		this.mails = mails;
		this.notice = notice;
		this.tokens = tokens;
		this.clock = clock;
		this.transaction = transaction;
	}

	/** The event that a checked form would make. */
	Event draft(EventForm form, Edition edition) {
		return form.event(UUID.randomUUID(), edition, "draft", this.clock.instant());
	}

	/**
	 * Takes an event and asks its organiser to confirm. When the same submission, or
	 * another that wants the same address, is taken at the same moment, the database lets
	 * one through and this tries again.
	 */
	void submit(EventForm form, Edition edition) {
		for (int attempt = 1;; attempt++) {
			boolean first = attempt == 1;
			try {
				this.transaction.executeWithoutResult((status) -> take(form, edition, first));
				return;
			}
			catch (DataIntegrityViolationException | ConcurrencyFailureException ex) {
				if (attempt == TRIES) {
					throw ex;
				}
			}
		}
	}

	private void take(EventForm form, Edition edition, boolean first) {
		Instant now = this.clock.instant();
		UUID id = UUID.randomUUID();
		Event sent = form.event(id, edition, "draft", now);
		EmailAddress address = Objects.requireNonNull(sent.organiser().contact());
		String key = Token.hash(String.join("\n", address.normalised(), Words.ofName(sent.title()),
				String.valueOf(sent.time().startsAt())));
		Optional<Event> known = this.events.findBySubmissionKey(key);
		if (known.isPresent() && known.get().status() != EventStatus.UNCONFIRMED) {
			Event event = known.get();
			this.mails.sayItIsKnown(event, address,
					(event.status() == EventStatus.DECLINED) ? tokenToSendAgain(event) : null);
			return;
		}
		Event event = known.orElseGet(() -> {
			sent.moveTo(first ? this.events.freeSlug(sent.title(), id) : Events.ownSlug(sent.title(), id), now);
			return sent;
		});
		event.describe(sent.details(), sent.time(), sent.place(), sent.organiser(), now);
		event.submitted(key, now);
		this.confirmation.ask(this.events.save(event));
	}

	/** The secret with which the organiser may send a declined event again. */
	String tokenToSendAgain(Event event) {
		return this.tokens.issue(SEND_AGAIN, event.id(), this.clock.instant().plus(TO_SEND_AGAIN)).secret();
	}

	/** Makes all links that were mailed about an event worthless. */
	void forgetLinks(Event event) {
		this.confirmation.forgetLinks(event);
		this.tokens.forget(SEND_AGAIN, event.id());
	}

	/** The event that a mailed token sends again, or has sent again. */
	Optional<Event> toSendAgain(String secret) {
		return this.tokens.subject(SEND_AGAIN, secret)
			.flatMap(this.events::findById)
			.filter((event) -> event.status() == EventStatus.DECLINED || event.status() == EventStatus.WAITING);
	}

	/**
	 * Puts a declined event into the queue again, as it is told now; one that waits there
	 * stays as it is.
	 * @throws Gone when the team has put it on the calendar meanwhile
	 */
	@Transactional
	public void sendAgain(String secret, EventForm form) {
		Event event = this.tokens.subject(SEND_AGAIN, secret)
			.flatMap(this.events::reserve)
			.filter((sent) -> !sent.status().isPublic())
			.orElseThrow(Gone::new);
		if (event.status() == EventStatus.WAITING) {
			return;
		}
		event.sendAgain(form.details(event.details().liveLink(), event.details().recordingLink()),
				form.time(event.edition()), form.place(), form.organiser(), this.clock.instant());
		this.notice.tell();
	}

	/**
	 * What the calendar promises and allows.
	 *
	 * @param reviewDays how many working days the team takes to review an event: a
	 * promise that pages and mails make
	 * @param mostLinks how many links a description may hold
	 */
	@ConfigurationProperties("calendar")
	record Settings(@DefaultValue("2") int reviewDays, @DefaultValue("3") int mostLinks) {

		/**
		 * Whether an event that is not over starts before the days are over in which the
		 * team reviews it: Monday to Friday, in the UK.
		 */
		boolean startsBeforeReview(EventTime time, Instant now) {
			LocalDate reviewed = LocalDate.ofInstant(now, SiteClock.UK);
			for (int left = this.reviewDays; left > 0;) {
				reviewed = reviewed.plusDays(1);
				left -= (reviewed.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0) ? 1 : 0;
			}
			Instant start = time.startsAt();
			Instant end = time.endsAt();
			return start != null && end != null && now.isBefore(end)
					&& !LocalDate.ofInstant(start, SiteClock.UK).isAfter(reviewed);
		}

	}

}
