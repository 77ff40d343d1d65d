package org.awarenessweek.event;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.awarenessweek.site.StaleForm;

import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.data.domain.Limit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lets the reader of a mailbox confirm the events sent with it. They are asked once for
 * all that they send within ten minutes, and only so often a day; each email's link
 * covers everything that waits for them.
 */
@Service
public class EventConfirmation {

	/** How long an organiser has to confirm. */
	public static final Duration TIME = Duration.ofDays(14);

	/** One page; once these are confirmed, the link shows the next. */
	private static final Limit AT_ONCE = Limit.of(200);

	/** How many mailboxes are asked in one round. */
	private static final Limit IN_A_ROUND = Limit.of(100);

	/** How long what follows an email waits, so that the next one names it all. */
	private static final Duration A_MOMENT = Duration.ofMinutes(10);

	/** How long a mailbox that had its share of a day's emails is left alone. */
	private static final Duration A_WHILE = Duration.ofHours(1);

	private final Events events;

	private final EventMails mails;

	private final ReviewNotice notice;

	private final TransactionTemplate transaction;

	private final Clock clock;

	EventConfirmation(Events events, EventMails mails, ReviewNotice notice, TransactionTemplate transaction,
			Clock clock) {
		this.events = events;
		this.mails = mails;
		this.notice = notice;
		this.transaction = transaction;
		this.clock = clock;
	}

	/** Asks the organisers of what was just sent; joins the caller's transaction. */
	void ask(List<Event> sent) {
		sent.stream()
			.collect(Collectors.groupingBy((event) -> Objects.requireNonNull(event.organiser().contact()).mailbox()))
			.forEach(this::ask);
	}

	private void ask(String mailbox, List<Event> due) {
		List<Event> waiting = this.events.of(mailbox, EventStatus.UNCONFIRMED, AT_ONCE);
		Instant now = this.clock.instant();
		switch (this.mails.askToConfirm(due.getLast(), waiting)) {
			case SENT -> Stream.concat(due.stream(), waiting.stream()).forEach((event) -> event.askAt(null));
			case SENT_JUST_NOW ->
				due.stream().filter(Event::isToBeAsked).forEach((event) -> event.askAt(now.plus(A_MOMENT)));
			case TOO_MANY -> due.forEach((event) -> event.askAt(now.plus(A_WHILE)));
		}
	}

	/**
	 * Asks those who sent something that no email has named yet, one email to each
	 * mailbox.
	 */
	@Scheduled(initialDelay = 1, fixedDelay = 1, timeUnit = TimeUnit.MINUTES)
	public void askLater() {
		this.events.mailboxesToAsk(Instant.EPOCH, this.clock.instant(), IN_A_ROUND).forEach((mailbox) -> {
			try {
				this.transaction.executeWithoutResult((status) -> askLater(mailbox));
			}
			catch (ConcurrencyFailureException ex) {
				// Another node asks them.
			}
		});
	}

	private void askLater(String mailbox) {
		List<Event> due = this.events.of(mailbox, EventStatus.UNCONFIRMED, AT_ONCE)
			.stream()
			.filter(Event::isToBeAsked)
			.toList();
		if (!due.isEmpty()) {
			ask(mailbox, due);
		}
	}

	/** What an emailed link opens. */
	@Transactional(readOnly = true)
	public Optional<Asked> asked(String secret) {
		return this.mails.toConfirm(secret)
			.flatMap(this.events::findById)
			.map((event) -> new Asked(event, waiting(event.id()), List.of()));
	}

	/**
	 * Puts events into the team's queue; repeating it changes nothing.
	 * @param seen the ids of the events that the reader claims, each with the version
	 * they read
	 * @return what the link opens now
	 * @throws StaleForm if one of them has changed since; then none is confirmed
	 */
	@Transactional
	public Optional<Asked> confirm(String secret, Map<UUID, Integer> seen) {
		Optional<UUID> linked = this.mails.toConfirm(secret);
		List<Event> chosen = linked.filter((id) -> !seen.isEmpty())
			.flatMap(this.events::mailboxOf)
			.map((mailbox) -> this.events.findForChange(mailbox, seen.keySet()))
			.orElse(List.of());
		List<Event> unconfirmed = chosen.stream().filter((event) -> event.status() == EventStatus.UNCONFIRMED).toList();
		unconfirmed.forEach((event) -> {
			StaleForm.throwIfStale(Objects.requireNonNull(seen.get(event.id())), event.version());
			event.confirm();
		});
		if (!unconfirmed.isEmpty()) {
			this.notice.tell();
		}
		List<Event> inOrder = chosen.stream()
			.sorted(Comparator.comparing((event) -> event.time().startsAt(),
					Comparator.nullsLast(Comparator.naturalOrder())))
			.toList();
		return linked.flatMap(this.events::findById).map((event) -> new Asked(event, waiting(event.id()), inOrder));
	}

	private List<Event> waiting(UUID linked) {
		return this.events.mailboxOf(linked)
			.map((mailbox) -> this.events.of(mailbox, EventStatus.UNCONFIRMED, AT_ONCE))
			.orElse(List.of());
	}

	/**
	 * What a confirmation link opens.
	 *
	 * @param event the event that its email was about
	 * @param waiting all unconfirmed events of the same mailbox
	 * @param confirmed those confirmed just now, by start
	 */
	public record Asked(Event event, List<Event> waiting, List<Event> confirmed) {

		/** Whether there is something to confirm, and nothing was confirmed just now. */
		public boolean waits() {
			return this.confirmed.isEmpty() && !this.waiting.isEmpty();
		}

		/** The events that the page is about. */
		public List<Event> shown() {
			return waits() ? this.waiting : this.confirmed.isEmpty() ? List.of(this.event) : this.confirmed;
		}

		/** Whether there are several. */
		public boolean many() {
			return shown().size() > 1;
		}

	}

}
