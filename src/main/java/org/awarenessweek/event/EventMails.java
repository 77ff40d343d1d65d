package org.awarenessweek.event;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import org.awarenessweek.mail.EmailAddress;
import org.awarenessweek.mail.Outbox;
import org.awarenessweek.mail.OwnLinks;
import org.awarenessweek.mail.Tokens;
import org.awarenessweek.mail.text.Email;
import org.awarenessweek.mail.text.EmailValues;
import org.awarenessweek.mail.text.Placeholder;
import org.awarenessweek.mail.text.Value;
import org.awarenessweek.site.PlainEnglish;
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

	private final OwnLinks links;

	private final Tokens tokens;

	private final EventSubmission.Settings settings;

	private final EventInWords words;

	private final Clock clock;

	EventMails(Outbox outbox, OwnLinks links, Tokens tokens, EventSubmission.Settings settings, EventInWords words,
			Clock clock) {
		this.outbox = outbox;
		this.links = links;
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
		EmailAddress contact = Objects.requireNonNull(event.organiser().contact());
		return this.outbox.addOnce(contact, "event-confirm " + event.id(), Email.EVENT_CONFIRM, new EmailValues()
			.link(Placeholder.MINE, this.links.to(contact))
			.words(Placeholder.WHEN, event.time().words())
			.link(Placeholder.CONFIRM, "/calendar/confirm?token=" + secret(CONFIRM, event, EventConfirmation.TIME))
			.words(Placeholder.REVIEW, PlainEnglish.count(this.settings.reviewDays(), "working day", "working days"))
			.words(Placeholder.STARTS, this.settings.startBeforeReview(event.time(), this.clock.instant())));
	}

	/** The event that a link to confirm was emailed about. */
	Optional<UUID> toConfirm(String secret) {
		return this.tokens.subject(CONFIRM, secret);
	}

	/** Says that we know the event already; if it was declined, how to send it again. */
	void sayItIsKnown(Event event, EmailAddress address) {
		this.outbox.addOnce(address, "event-known " + event.id(), Email.EVENT_KNOWN,
				new EmailValues().link(Placeholder.MINE, this.links.to(address))
					.words(Placeholder.WHEN, event.time().words())
					.words(Placeholder.STATUS, this.words.status(event))
					.link(Placeholder.PAGE, event.status().isPublic() ? event.path() : null)
					.link(Placeholder.CHANGE,
							(event.status() == EventStatus.DECLINED) ? linkToSendAgain(event) : null));
	}

	void published(Event event) {
		write(event, Email.EVENT_PUBLISHED, new EmailValues().link(Placeholder.PAGE, event.path()));
	}

	/**
	 * Says why, and how to send the event again.
	 * @param reason the team's words
	 */
	void declined(Event event, String reason) {
		write(event, Email.EVENT_DECLINED,
				new EmailValues().words(Placeholder.REASON, reason).link(Placeholder.CHANGE, linkToSendAgain(event)));
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
		write(event, Email.EVENT_POSTPONED, pageAndReason(event, reason));
	}

	/**
	 * @param reason the team's words, if it gave a reason
	 */
	void cancelled(Event event, @Nullable String reason) {
		write(event, Email.EVENT_CANCELLED, pageAndReason(event, reason));
	}

	/** Says that the team has accepted the organiser's change. */
	void accepted(Event event) {
		write(event, Email.EVENT_ACCEPTED, new EmailValues().link(Placeholder.PAGE, event.path()));
	}

	/**
	 * Says that the event stays as it was.
	 * @param reason the team's words
	 */
	void refused(Event event, String reason) {
		write(event, Email.EVENT_REFUSED, pageAndReason(event, reason));
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
		List<Value.Item> changes = this.words.changes(before, event);
		if (!changes.isEmpty() && event.status() != EventStatus.UNCONFIRMED) {
			write(event, Email.EVENT_CHANGED, new EmailValues().items(Placeholder.CHANGES, changes)
				.link(Placeholder.PAGE, event.status().isPublic() ? event.path() : null));
		}
	}

	private void write(Event event, Email email, EmailValues values) {
		EmailAddress contact = event.organiser().contact();
		if (contact != null) {
			this.outbox.add(contact, email,
					values.link(Placeholder.MINE, this.links.to(contact))
						.words(Placeholder.TITLE, event.title())
						.words(Placeholder.WHEN, event.time().words()));
		}
	}

	private static EmailValues pageAndReason(Event event, @Nullable String reason) {
		return new EmailValues().link(Placeholder.PAGE, event.path()).words(Placeholder.REASON, reason);
	}

	private String linkToSendAgain(Event event) {
		return "/calendar/submit?token=" + secret(SEND_AGAIN, event, TO_SEND_AGAIN);
	}

	private String secret(String purpose, Event event, Duration lives) {
		return this.tokens.issue(purpose, event.id(), lives).secret();
	}

}
