package org.awarenessweek.pledge;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Deletes, every night, what nobody confirmed for 14 days. */
@Service
class PledgeClearing {

	private static final Logger LOG = LoggerFactory.getLogger(PledgeClearing.class);

	private final Pledges pledges;

	private final Signatures signatures;

	private final PledgeMails mails;

	private final Clock clock;

	PledgeClearing(Pledges pledges, Signatures signatures, PledgeMails mails, Clock clock) {
		this.pledges = pledges;
		this.signatures = signatures;
		this.mails = mails;
		this.clock = clock;
	}

	/**
	 * Deletes what is older: pledges without a confirmation, and what was typed for the
	 * others.
	 */
	@Scheduled(cron = "0 20 3 * * *", zone = "Europe/London")
	@Transactional
	public void clear() {
		Instant before = this.clock.instant().minus(PledgeMails.TIME_TO_CONFIRM);
		this.signatures.deleteOlderThan(before);
		List<UUID> unconfirmed = this.pledges.findUnconfirmedBefore(before);
		for (UUID pledge : unconfirmed) {
			this.mails.forgetMailsAndLinks(pledge);
			this.pledges.deleteById(pledge);
		}
		LOG.info("Deleted {} pledges that nobody confirmed for 14 days", unconfirmed.size());
	}

}
