package org.awarenessweek.mine;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

import org.awarenessweek.event.EventCare;
import org.awarenessweek.mail.EmailAddress;
import org.awarenessweek.mail.Outbox;
import org.awarenessweek.mail.OwnLinks;
import org.awarenessweek.mail.text.Email;
import org.awarenessweek.mail.text.EmailValues;
import org.awarenessweek.mail.text.Placeholder;
import org.awarenessweek.pledge.mine.OwnPledges;
import org.jspecify.annotations.Nullable;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Opens the page of an address, sends links to it, and ends them. */
@Service
class OwnPages {

	/** A link is younger than what it was made for. */
	private static final Duration UNUSED = Duration.ofDays(1);

	private final OwnLinks links;

	private final EventCare events;

	private final OwnPledges pledges;

	private final Outbox outbox;

	private final Clock clock;

	OwnPages(OwnLinks links, EventCare events, OwnPledges pledges, Outbox outbox, Clock clock) {
		this.links = links;
		this.events = events;
		this.pledges = pledges;
		this.outbox = outbox;
		this.clock = clock;
	}

	/** The address that a link was emailed to: one to this page, or to a pledge. */
	@Transactional(readOnly = true)
	public Optional<EmailAddress> owner(@Nullable String secret) {
		return this.links.owner(secret).or(() -> Optional.ofNullable(secret).flatMap(this.pledges::owner));
	}

	/** What a link opens. */
	@Transactional(readOnly = true)
	public Optional<OwnPage> page(@Nullable String secret) {
		return owner(secret).map(this::page);
	}

	private OwnPage page(EmailAddress owner) {
		return new OwnPage(owner, this.events.all(owner), this.pledges.all(owner), this.pledges.unconfirmed(owner));
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

	private boolean isEmpty(EmailAddress owner) {
		boolean events = this.events.hasAny(owner);
		return !this.pledges.hasAny(owner) && !events;
	}

	/** Ends a link, for whoever read it on a computer of others. */
	@Transactional
	public void leave(String secret) {
		this.links.end(secret);
		this.pledges.endLink(secret);
	}

	/** Ends the links to addresses of which nothing is kept any more. */
	@Transactional
	@Scheduled(cron = "0 40 3 * * *", zone = "Europe/London")
	public void endUnused() {
		this.links.addressesBefore(this.clock.instant().minus(UNUSED))
			.stream()
			.filter(this::isEmpty)
			.forEach(this.links::forget);
	}

}
