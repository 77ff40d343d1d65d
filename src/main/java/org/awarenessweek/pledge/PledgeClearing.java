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

	private final Signatures signatures;

	private final PledgeMails mails;

	private final Clock clock;

	PledgeClearing(Signatures signatures, PledgeMails mails, Clock clock) {
		this.signatures = signatures;
		this.mails = mails;
		this.clock = clock;
	}

	/**
	 * Deletes what is older, and what was typed for pledges that there are already as
	 * soon as no page takes its code any more.
	 */
	@Scheduled(cron = "0 20 3 * * *", zone = "Europe/London")
	@Transactional
	public void clear() {
		Instant now = this.clock.instant();
		int done = this.signatures.deleteDoneBefore(now.minus(Signature.TIME_FOR_THE_CODE));
		List<UUID> unconfirmed = this.signatures.findOlderThan(now.minus(Signature.TIME_TO_CONFIRM));
		for (UUID signature : unconfirmed) {
			this.mails.forgetMailsAndLinks(signature);
			this.signatures.deleteById(signature);
		}
		LOG.info("Deleted {} signatures that nobody confirmed for 14 days, and {} that are pledges", unconfirmed.size(),
				done);
	}

}
