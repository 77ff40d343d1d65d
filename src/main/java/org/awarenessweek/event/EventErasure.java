package org.awarenessweek.event;

import java.util.List;

import org.awarenessweek.mail.EmailAddress;

import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Erases an organiser. An event that visitors have seen stays, with what they saw: people
 * have booked, and its address must not die.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class EventErasure {

	private final Events events;

	private final EventChanges changes;

	private final EventMails mails;

	private final EventRecords records;

	EventErasure(Events events, EventChanges changes, EventMails mails, EventRecords records) {
		this.events = events;
		this.changes = changes;
		this.mails = mails;
		this.records = records;
	}

	/**
	 * Deletes the events of an address that visitors have never seen.
	 * @return how many
	 */
	public int delete(EmailAddress address) {
		List<Event> unseen = of(address).stream().filter((event) -> event.publishedAt() == null).toList();
		unseen.forEach((event) -> {
			this.mails.forgetLinks(event);
			this.events.delete(event);
		});
		return unseen.size();
	}

	/**
	 * Removes the contact of its other events, and what anyone asked to change to it.
	 * @return how many events
	 */
	public int erase(EmailAddress address) {
		List<Event> seen = of(address).stream().filter((event) -> event.publishedAt() != null).toList();
		seen.forEach((event) -> {
			this.mails.forgetLinks(event);
			this.changes.deleteById(event.id());
			event.eraseContact();
			this.records.add(event, "the operator", "removed the contact of %s");
		});
		List<EventChange> others = this.changes.withContact()
			.stream()
			.filter((change) -> change.wouldBeOf(address))
			.toList();
		others.forEach(this.changes::delete);
		return seen.size() + others.size();
	}

	/** Has a search no longer find events by words that were taken out of their texts. */
	public void indexAnew(String word) {
		this.events.findByLookupSearchTextContaining(word).forEach(Event::indexAnew);
	}

	private List<Event> of(EmailAddress address) {
		List<Event> all = this.events.of(address.mailbox(), Limit.unlimited());
		return this.events.findForChange(address.mailbox(), all.stream().map(Event::id).toList());
	}

}
