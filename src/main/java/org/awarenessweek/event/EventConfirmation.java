package org.awarenessweek.event;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

import org.awarenessweek.site.StaleForm;

import org.springframework.data.domain.Limit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets the reader of an address confirm the events sent with it. Each email's link covers
 * all of them, because an address gets only so many emails a day; if it got none, it is
 * asked later.
 */
@Service
public class EventConfirmation {

	/** How long an organiser has to confirm. */
	public static final Duration TIME = Duration.ofDays(14);

	/** One page; once these are confirmed, the link shows the next. */
	private static final Limit AT_ONCE = Limit.of(50);

	private final Events events;

	private final EventMails mails;

	private final ReviewNotice notice;

	EventConfirmation(Events events, EventMails mails, ReviewNotice notice) {
		this.events = events;
		this.mails = mails;
		this.notice = notice;
	}

	/** Asks an event's organiser; joins the caller's transaction. */
	void ask(Event event) {
		event.markAsked(this.mails.askToConfirm(event));
	}

	/**
	 * Asks organisers whose mailboxes had reached their daily limit when they sent their
	 * events; one email to each mailbox.
	 */
	@Scheduled(initialDelay = 10, fixedDelay = 10, timeUnit = TimeUnit.MINUTES)
	@Transactional
	public void askLater() {
		for (UUID id : this.events.toBeAsked(AT_ONCE)) {
			this.events.findForChange(id).filter(Event::isToBeAsked).ifPresent(this::askLater);
		}
	}

	private void askLater(Event event) {
		if (event.status() != EventStatus.UNCONFIRMED || event.organiser().contact() == null) {
			event.markAsked(true);
			return;
		}
		ask(event);
		if (!event.isToBeAsked()) {
			this.events.of(event.organiser().contact().mailbox(), EventStatus.UNCONFIRMED, AT_ONCE)
				.forEach((other) -> other.markAsked(true));
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
			event.markAsked(true);
		});
		if (!unconfirmed.isEmpty()) {
			this.notice.tell();
		}
		return linked.flatMap(this.events::findById).map((event) -> new Asked(event, waiting(event.id()), chosen));
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
	 * @param confirmed those confirmed just now
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
