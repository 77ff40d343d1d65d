package org.awarenessweek.event;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.awarenessweek.mail.EmailAddress;
import org.awarenessweek.mail.Outbox;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * The emails to an organiser about an event. Emails to unconfirmed addresses contain
 * nothing that was typed: anybody may have typed the address.
 */
@Component
class EventMails {

	private final Outbox outbox;

	private final EventSubmission.Settings settings;

	private final Clock clock;

	EventMails(Outbox outbox, EventSubmission.Settings settings, Clock clock) {
		this.outbox = outbox;
		this.settings = settings;
		this.clock = clock;
	}

	/**
	 * Asks the reader of an address to confirm the event.
	 * @param secret of the link
	 * @return false if the address gets no more today
	 */
	boolean askToConfirm(Event event, EmailAddress address, String secret) {
		Map<String, Object> model = model(event);
		model.put("token", secret);
		model.put("reviewDays", this.settings.reviewDays());
		model.put("soon", this.settings.startsBeforeReview(event.time(), this.clock.instant()));
		return this.outbox.addOnce(address, "event-confirm " + event.id(), "event-confirm", model);
	}

	/**
	 * Says that we know the event already.
	 * @param secret of the link to send it again, if it was declined
	 */
	void sayItIsKnown(Event event, EmailAddress address, @Nullable String secret) {
		Map<String, Object> model = model(event);
		model.put("token", secret);
		this.outbox.addOnce(address, "event-known " + event.id(), "event-known", model);
	}

	void published(Event event) {
		write(event, "event-published", Map.of());
	}

	/**
	 * @param reason the team's words
	 * @param secret of the link to send it again
	 */
	void declined(Event event, String reason, String secret) {
		write(event, "event-declined", Map.of("reason", reason, "token", secret));
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

	/** Says what the team has changed, if anything, once the event is confirmed. */
	void changed(Event event, List<EventWords.Change> changes) {
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

	private static Map<String, Object> model(Event event) {
		return new HashMap<>(Map.of("event", event));
	}

}
