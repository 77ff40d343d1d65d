package org.awarenessweek.event;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import org.awarenessweek.mail.EmailAddress;
import org.awarenessweek.mail.Outbox;
import org.awarenessweek.mail.Tokens;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * The emails to an organiser about an event. Emails to unconfirmed addresses contain
 * nothing that was typed: anybody may have typed the address.
 */
@Component
class EventMails {

	/** The purpose of a link to send a declined event again. */
	static final String SEND_AGAIN = "event-resend";

	private static final String CONFIRM = "event-confirm";

	private static final Duration TO_SEND_AGAIN = Duration.ofDays(60);

	private final Outbox outbox;

	private final Tokens tokens;

	private final EventSubmission.Settings settings;

	private final EventInWords words;

	private final Clock clock;

	EventMails(Outbox outbox, Tokens tokens, EventSubmission.Settings settings, EventInWords words, Clock clock) {
		this.outbox = outbox;
		this.tokens = tokens;
		this.settings = settings;
		this.words = words;
		this.clock = clock;
	}

	/**
	 * Asks the reader of an organiser's address to confirm the event.
	 * @return false if the address gets no more today
	 */
	boolean askToConfirm(Event event) {
		Map<String, Object> model = model(event);
		model.put("token", link(CONFIRM, event, EventConfirmation.TIME));
		model.put("reviewDays", this.settings.reviewDays());
		model.put("soon", this.settings.startsBeforeReview(event.time(), this.clock.instant()));
		return this.outbox.addOnce(Objects.requireNonNull(event.organiser().contact()), "event-confirm " + event.id(),
				"event-confirm", model);
	}

	/** The event that a link to confirm was emailed about. */
	Optional<UUID> toConfirm(String secret) {
		return this.tokens.subject(CONFIRM, secret);
	}

	/** Says that we know the event already; if it was declined, how to send it again. */
	void sayItIsKnown(Event event, EmailAddress address) {
		Map<String, Object> model = model(event);
		model.put("token", (event.status() == EventStatus.DECLINED) ? link(SEND_AGAIN, event, TO_SEND_AGAIN) : null);
		this.outbox.addOnce(address, "event-known " + event.id(), "event-known", model);
	}

	void published(Event event) {
		write(event, "event-published", Map.of());
	}

	/**
	 * Says why, and how to send the event again.
	 * @param reason the team's words
	 */
	void declined(Event event, String reason) {
		write(event, "event-declined", Map.of("reason", reason, "token", link(SEND_AGAIN, event, TO_SEND_AGAIN)));
	}

	/** The event that a link to send it again was emailed about. */
	Optional<UUID> toSendAgain(String secret) {
		return this.tokens.subject(SEND_AGAIN, secret);
	}

	/** Revokes all links that were emailed about an event. */
	void forgetLinks(Event event) {
		this.tokens.forget(CONFIRM, event.id());
		this.tokens.forget(SEND_AGAIN, event.id());
	}

	/**
	 * @param reason the team's words, if it gave a reason
	 */
	void postponed(Event event, @Nullable String reason) {
		write(event, "event-postponed", (reason != null) ? Map.of("reason", reason) : Map.of());
	}

	/**
	 * @param reason the team's words, if it gave a reason
	 */
	void cancelled(Event event, @Nullable String reason) {
		write(event, "event-cancelled", (reason != null) ? Map.of("reason", reason) : Map.of());
	}

	/** What an event is now, to tell its organiser later what was changed. */
	Map<String, String> words(Event event) {
		return this.words.of(event);
	}

	/**
	 * Says what the team has changed, if anything, once the event is confirmed.
	 * @param before its words before
	 */
	void changed(Event event, Map<String, String> before) {
		List<EventInWords.Change> changes = this.words.changes(before, event);
		if (!changes.isEmpty() && event.status() != EventStatus.UNCONFIRMED) {
			write(event, "event-changed", Map.of("changes", changes));
		}
	}

	private void write(Event event, String template, Map<String, ?> words) {
		EmailAddress contact = event.organiser().contact();
		if (contact != null) {
			Map<String, Object> model = model(event);
			model.putAll(words);
			this.outbox.add(contact, template, model);
		}
	}

	private String link(String purpose, Event event, Duration lives) {
		return this.tokens.issue(purpose, event.id(), lives).secret();
	}

	private static Map<String, Object> model(Event event) {
		return new HashMap<>(Map.of("event", event));
	}

}
