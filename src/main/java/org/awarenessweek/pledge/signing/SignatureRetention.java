package org.awarenessweek.pledge.signing;

import java.time.Clock;
import java.time.Instant;

import org.awarenessweek.pledge.PledgeMails;
import org.awarenessweek.work.Portions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.data.domain.Limit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/** Deletes, every night, signatures that are no longer needed. */
@Service
class SignatureRetention {

	private static final Logger LOG = LoggerFactory.getLogger(SignatureRetention.class);

	private final Signatures signatures;

	private final PledgeMails mails;

	private final Portions portions;

	private final Clock clock;

	SignatureRetention(Signatures signatures, PledgeMails mails, Portions portions, Clock clock) {
		this.signatures = signatures;
		this.mails = mails;
		this.portions = portions;
		this.clock = clock;
	}

	/**
	 * Deletes signatures that nobody confirmed within 14 days, with their networks'
	 * hashes; and those whose pledge exists already, once no page takes their code any
	 * more.
	 */
	@Scheduled(cron = "0 20 3 * * *", zone = "Europe/London")
	void clear() {
		Instant now = this.clock.instant();
		int done = this.portions.each((last) -> this.signatures.findDoneBefore(now.minus(Signature.TIME_FOR_THE_CODE),
				Limit.of(Portions.SIZE)), this.signatures::deleteByIds);
		int unconfirmed = this.portions.each(
				(last) -> this.signatures.findOlderThan(now.minus(Signature.TIME_TO_CONFIRM), Limit.of(Portions.SIZE)),
				(some) -> {
					some.forEach(this.mails::forgetMailsAndLinks);
					this.signatures.deleteByIds(some);
				});
		LOG.info("Deleted {} signatures that nobody confirmed for 14 days, and {} that are pledges", unconfirmed, done);
	}

}
