package org.awarenessweek.mine;

import java.util.LinkedHashMap;
import java.util.Map;

import org.awarenessweek.event.EventErasure;
import org.awarenessweek.event.draft.EventDrafting;
import org.awarenessweek.mail.EmailAddress;
import org.awarenessweek.mail.Outbox;
import org.awarenessweek.mail.OwnLinks;
import org.awarenessweek.pledge.mine.PledgeErasure;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Erases all that is kept of one address. */
@Service
public class OwnErasure {

	private final EventErasure events;

	private final EventDrafting drafts;

	private final PledgeErasure pledges;

	private final OwnLinks links;

	private final Outbox outbox;

	OwnErasure(EventErasure events, EventDrafting drafts, PledgeErasure pledges, OwnLinks links, Outbox outbox) {
		this.events = events;
		this.drafts = drafts;
		this.pledges = pledges;
		this.links = links;
		this.outbox = outbox;
	}

	/**
	 * Erases it in the transaction of the caller.
	 * @return how many of what, in words
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public Map<String, Integer> erase(EmailAddress address) {
		Map<String, Integer> erased = new LinkedHashMap<>();
		erased.put("pledges erased, which still count", this.pledges.erase(address));
		erased.put("signatures deleted, which were waiting or are pledges", this.pledges.deleteSignatures(address));
		erased.put("events deleted, which visitors never saw", this.events.delete(address));
		erased.put("events left on the calendar, without their contact", this.events.erase(address));
		erased.put("drafts of events deleted", this.drafts.forget(address));
		erased.put("emails to or from the address deleted", this.outbox.forget(address));
		erased.put("links to what is kept deleted", this.links.forget(address));
		return erased;
	}

}
