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
public class PledgeKeeping {

	private final Pledges pledges;

	private final Signatures signatures;

	private final PledgeCounts counts;

	private final PledgeMails mails;

	private final Clock clock;

	PledgeKeeping(Pledges pledges, Signatures signatures, PledgeCounts counts, PledgeMails mails, Clock clock) {
		this.pledges = pledges;
		this.signatures = signatures;
		this.counts = counts;
		this.mails = mails;
		this.clock = clock;
	}

	/** The pledge that a mailed link opens. */
	@Transactional(readOnly = true)
	public Optional<Pledge> mine(String secret) {
		return this.mails.mine(secret).flatMap(this.pledges::findById);
	}

	/** What a mailed link opens as long as it is not confirmed. */
	@Transactional(readOnly = true)
	Optional<Signature> unconfirmed(String secret) {
		return this.mails.mine(secret).flatMap(this.signatures::findById);
	}

	/** Shows the name on the wall, or takes it off. */
	@Transactional
	Optional<Pledge> showName(String secret, boolean shown) {
		Optional<Pledge> mine = forChange(secret);
		mine.filter((pledge) -> pledge.signatory() != null).ifPresent((pledge) -> pledge.showName(shown));
		return mine;
	}

	/** Withdraws a pledge; everything that names its owner goes at once. */
	@Transactional
	Optional<Pledge> withdraw(String secret) {
		Optional<Pledge> mine = forChange(secret);
		mine.filter((pledge) -> pledge.status() == PledgeStatus.CONFIRMED).ifPresent((pledge) -> {
			this.signatures.deleteById(pledge.id());
			this.mails.forgetMails(pledge.id());
			if (pledge.counts()) {
				this.counts.end(pledge, pledge.signatory());
			}
			pledge.withdraw(this.clock.instant());
		});
		return mine;
	}

	/**
	 * Deletes what nobody has confirmed.
	 * @return whether there was anything
	 */
	@Transactional
	boolean delete(String secret) {
		Optional<UUID> signature = this.mails.mine(secret)
			.filter((id) -> this.signatures.findForChange(id)
				.filter((found) -> found.status() != SignatureStatus.CONFIRMED)
				.isPresent());
		signature.ifPresent((id) -> {
			this.mails.forgetMailsAndLinks(id);
			this.signatures.deleteById(id);
		});
		return signature.isPresent();
	}

	private Optional<Pledge> forChange(String secret) {
		return this.mails.mine(secret).flatMap(this.pledges::findForChange);
	}

}
