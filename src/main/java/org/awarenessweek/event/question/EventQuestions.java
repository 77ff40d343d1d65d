package org.awarenessweek.event.question;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

import org.awarenessweek.event.Event;
import org.awarenessweek.event.Events;
import org.awarenessweek.mail.EmailAddress;
import org.awarenessweek.mail.Outbox;
import org.awarenessweek.mail.text.Email;
import org.awarenessweek.mail.text.EmailValues;
import org.awarenessweek.mail.text.Placeholder;
import org.awarenessweek.site.NotFound;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.util.UriUtils;

/**
 * Passes on what visitors ask organisers. The email has no link that is the organiser's
 * alone: whoever answers sends back what they were sent.
 */
@Service
class EventQuestions {

	private final Events events;

	private final Outbox outbox;

	EventQuestions(Events events, Outbox outbox) {
		this.events = events;
		this.outbox = outbox;
	}

	/**
	 * The event that has this address or once had it, if its organiser can be asked.
	 * Whether there is none or nobody to ask, visitors see the same.
	 */
	@Transactional(readOnly = true)
	public Event about(String slug) {
		return find(slug);
	}

	/**
	 * Emails a message to the organiser, once if it is sent twice, and not at all beyond
	 * their daily limit.
	 */
	@Transactional
	public void send(String slug, QuestionForm asked) {
		Event event = find(slug);
		EmailAddress organiser = event.organiser().contact();
		if (organiser != null) {
			String what = String.join("\n", "event-question", event.id().toString(), asked.address().normalised(),
					asked.words());
			this.outbox.addOnce(organiser, what, asked.address(), Email.EVENT_QUESTION,
					new EmailValues().words(Placeholder.NAME, asked.sender())
						.words(Placeholder.MESSAGE, asked.words())
						.link(Placeholder.SENDER,
								"mailto:" + UriUtils.encodePath(asked.address().value(), StandardCharsets.UTF_8))
						.words(Placeholder.TITLE, event.title())
						.words(Placeholder.WHEN, event.time().words())
						.link(Placeholder.PAGE, event.path()));
		}
	}

	private Event find(String slug) {
		Optional<Event> now = this.events.onCalendar(slug);
		return now.or(() -> this.events.presentSlug(slug).flatMap(this.events::onCalendar))
			.filter(Event::takesQuestions)
			.orElseThrow(NotFound::new);
	}

}
