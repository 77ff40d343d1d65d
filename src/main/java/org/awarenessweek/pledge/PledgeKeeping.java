package org.awarenessweek.pledge;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the owner of a pledge does with it, by the link that is in every mail about it.
 */
@Service
class PledgeKeeping {

	private final Pledges pledges;

	private final Signatures signatures;

	private final PledgeMails mails;

	private final Clock clock;

	PledgeKeeping(Pledges pledges, Signatures signatures, PledgeMails mails, Clock clock) {
		this.pledges = pledges;
		this.signatures = signatures;
		this.mails = mails;
		this.clock = clock;
	}

	/** The pledge that a mailed link opens. */
	@Transactional(readOnly = true)
	public Optional<Pledge> mine(String secret) {
		return this.mails.pledge(secret).flatMap(this.pledges::findById);
	}

	/** Shows the name on the wall, or takes it off. */
	@Transactional
	public Optional<Pledge> showName(String secret, boolean shown) {
		Optional<Pledge> mine = forChange(secret);
		mine.filter((pledge) -> pledge.signatory() != null).ifPresent((pledge) -> pledge.showName(shown));
		return mine;
	}

	/**
	 * Withdraws a pledge, or deletes one that was never confirmed; everything that names
	 * its owner goes at once.
	 */
	@Transactional
	public Optional<Pledge> withdraw(String secret) {
		Optional<Pledge> mine = forChange(secret);
		mine.ifPresent((pledge) -> {
			this.signatures.deleteOf(pledge.id());
			this.mails.forgetMails(pledge.id());
			switch (pledge.status()) {
				case UNCONFIRMED -> delete(pledge.id());
				case CONFIRMED -> pledge.withdraw(this.clock.instant());
				case WITHDRAWN -> {
				}
			}
		});
		return mine;
	}

	private void delete(UUID pledge) {
		this.mails.forgetMailsAndLinks(pledge);
		this.pledges.deleteById(pledge);
	}

	private Optional<Pledge> forChange(String secret) {
		return this.mails.pledge(secret).flatMap(this.pledges::findForChange);
	}

}
