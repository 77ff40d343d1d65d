package org.awarenessweek.event;

import org.awarenessweek.event.content.Place;
import org.awarenessweek.event.content.Organiser;
import org.awarenessweek.event.content.EventTime;
import org.awarenessweek.event.content.EventContent;
import java.time.Instant;

import jakarta.persistence.Embeddable;
import org.awarenessweek.mail.EmailAddress;
import org.awarenessweek.text.Words;
import org.jspecify.annotations.Nullable;

/**
 * What an event is found and sorted by in the database. All of it follows from what
 * people say of the event, and is written whenever that changes.
 *
 * @param startsAt when it starts; {@code null} while its date is to be confirmed
 * @param endsAt when it ends
 * @param mailbox the contact's mailbox, however it is spelled: one link confirms all its
 * events
 * @param organiserSlug the last part of the address of the organiser's page
 * @param searchTitle the words that a search looks at first
 * @param searchText the words that it looks through
 */
@Embeddable
record EventLookup(@Nullable Instant startsAt, @Nullable Instant endsAt, @Nullable String mailbox, String organiserSlug,
		String searchTitle, String searchText) {

	static EventLookup of(EventContent content) {
		EventTime time = content.time();
		Place place = content.place();
		Organiser organiser = content.organiser();
		EmailAddress contact = organiser.contact();
		return new EventLookup(time.startsAt(), time.endsAt(), (contact != null) ? contact.mailbox() : null,
				organiser.slug(), Words.indexText(content.title()),
				Words.indexText(content.title(), content.details().description(), organiser.publicName(),
						place.address(), place.postcode(), place.countryName()));
	}

}
