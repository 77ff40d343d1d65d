package org.awarenessweek.mine;

import java.time.Clock;
import java.time.Duration;

import org.awarenessweek.mail.OwnLinks;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Ends, every night, the links to addresses of which nothing is kept any more. */
@Service
class OwnLinkRetention {

	/** A link may be a little older than what it was made for. */
	private static final Duration UNUSED = Duration.ofDays(1);

	private final OwnPages pages;

	private final OwnLinks links;

	private final Clock clock;

	OwnLinkRetention(OwnPages pages, OwnLinks links, Clock clock) {
		this.pages = pages;
		this.links = links;
		this.clock = clock;
	}

	@Transactional
	@Scheduled(cron = "0 40 3 * * *", zone = "Europe/London")
	public void endUnused() {
		this.links.addressesBefore(this.clock.instant().minus(UNUSED))
			.stream()
			.filter(this.pages::isEmpty)
			.forEach(this.links::forget);
	}

}
