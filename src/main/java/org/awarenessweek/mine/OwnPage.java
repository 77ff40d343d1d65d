package org.awarenessweek.mine;

import java.util.List;

import org.awarenessweek.event.Event;
import org.awarenessweek.event.draft.EventDraft;
import org.awarenessweek.mail.EmailAddress;
import org.awarenessweek.pledge.Pledge;
import org.awarenessweek.pledge.signing.Signature;

/**
 * What is kept of one address.
 *
 * @param address as it was typed where the link came from
 * @param events those that were sent last first
 * @param drafts events that are not sent yet
 * @param pledges those that were signed last first
 * @param unconfirmed pledges that still have to be confirmed
 */
record OwnPage(EmailAddress address, List<Event> events, List<EventDraft> drafts, List<Pledge> pledges,
		List<Signature> unconfirmed) {
}
