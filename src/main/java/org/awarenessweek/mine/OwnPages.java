package org.awarenessweek.mine;

import java.util.Optional;

import org.awarenessweek.event.EventCare;
import org.awarenessweek.event.draft.EventDrafts;
import org.awarenessweek.mail.EmailAddress;
import org.awarenessweek.mail.Outbox;
import org.awarenessweek.mail.OwnLinks;
import org.awarenessweek.mail.text.Email;
import org.awarenessweek.mail.text.EmailValues;
import org.awarenessweek.mail.text.Placeholder;
import org.awarenessweek.pledge.mine.OwnPledges;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Opens the page of an address, sends links to it, and closes it. */
@Service
class OwnPages {

	private final OwnLinks links;

	private final EventCare events;

	private final EventDrafts drafts;

	private final OwnPledges pledges;

	private final Outbox outbox;

	OwnPages(OwnLinks links, EventCare events, EventDrafts drafts, OwnPledges pledges, Outbox outbox) {
		this.links = links;
		this.events = events;
		this.drafts = drafts;
		this.pledges = pledges;
		this.outbox = outbox;
	}

	/** The address that a link was emailed to. */
	public Optional<EmailAddress> owner(@Nullable String secret) {
		return this.links.owner(secret);
	}

	/**
	 * Opens the page for whoever has a link to a pledge of the address.
	 * @return the path of the page
	 */
	@Transactional
	public Optional<String> open(String pledge) {
		return this.pledges.owner(pledge).map(this.links::to);
	}

	/** What a link opens. */
	@Transactional(readOnly = true)
	public Optional<OwnPage> page(@Nullable String secret) {
		return owner(secret).map(this::page);
	}

	private OwnPage page(EmailAddress owner) {
		return new OwnPage(owner, this.events.all(owner), this.drafts.of(owner.mailbox()), this.pledges.all(owner),
				this.pledges.unconfirmed(owner));
	}

	/**
	 * Emails a link to whoever asks, or says that nothing is kept. Beyond the daily limit
	 * of the address, or pressed twice, it sends nothing.
	 */
	@Transactional
	public void send(EmailAddress address) {
		// made in both cases, so that the time it takes tells nobody which it was
		String link = this.links.to(address);
		boolean empty = isEmpty(address);
		this.outbox.addOnce(address, "own-link " + address.mailbox(), empty ? Email.OWN_NOTHING : Email.OWN_LINK,
				empty ? new EmailValues() : new EmailValues().link(Placeholder.MINE, link));
	}

	/** Whether nothing is kept of an address. */
	@Transactional(readOnly = true)
	public boolean isEmpty(EmailAddress owner) {
		boolean events = this.events.hasAny(owner);
		boolean drafts = !this.drafts.of(owner.mailbox()).isEmpty();
		return !this.pledges.hasAny(owner) && !events && !drafts;
	}

	/** Ends a link, for whoever read it on a computer of others. */
	@Transactional
	public void leave(String secret) {
		this.links.end(secret);
	}

}
