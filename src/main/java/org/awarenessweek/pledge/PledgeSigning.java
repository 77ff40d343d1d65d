package org.awarenessweek.pledge;

import java.time.Clock;
import java.util.Optional;

import org.awarenessweek.edition.Edition;

import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.resilience.annotation.Retryable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Signing the pledge, and confirming it from the mailbox. */
@Service
class PledgeSigning {

	private final Pledges pledges;

	private final Signatures signatures;

	private final PledgeMails mails;

	private final Clock clock;

	PledgeSigning(Pledges pledges, Signatures signatures, PledgeMails mails, Clock clock) {
		this.pledges = pledges;
		this.signatures = signatures;
		this.mails = mails;
		this.clock = clock;
	}

	/**
	 * Signs for an address, which then gets a mail; which one is known to its reader
	 * alone. Where two people sign for the same address at once, the database lets one of
	 * them take the place, and the other tries again and finds it taken.
	 */
	@Retryable(includes = { ConcurrencyFailureException.class, DataIntegrityViolationException.class }, delay = 10,
			jitter = 10)
	@Transactional
	public void sign(Edition edition, PledgeKind kind, Signatory typed) {
		Pledge pledge = this.pledges.findByEditionAndAddressKeyAndKind(edition, typed.address().normalised(), kind)
			.orElseGet(
					() -> this.pledges.saveAndFlush(new Pledge(edition, kind, typed.address(), this.clock.instant())));
		Signatory owner = pledge.signatory();
		if (owner != null) {
			this.mails.sayItIsKnown(pledge, owner.address());
		}
		else {
			this.mails.askToConfirm(pledge, this.signatures.save(new Signature(pledge, typed, this.clock.instant())));
		}
	}

	/** What a mailed link asks its reader to confirm. */
	@Transactional(readOnly = true)
	public Optional<Signature> toConfirm(String secret) {
		return this.mails.signature(secret).flatMap(this.signatures::findWithPledge);
	}

	/**
	 * Confirms what the mail was about; once more changes nothing.
	 * @param secret what was in the mail's link
	 * @return the pledge, or nothing if the link does not work any more
	 */
	@Transactional
	public Optional<Pledge> confirm(String secret) {
		return this.mails.signature(secret).flatMap((signature) -> {
			Optional<Pledge> found = this.pledges.findForChangeBySignature(signature);
			found.filter((pledge) -> pledge.status() == PledgeStatus.UNCONFIRMED)
				.ifPresent((pledge) -> confirm(pledge, this.signatures.findById(signature).orElseThrow().signatory()));
			return found;
		});
	}

	private void confirm(Pledge pledge, Signatory signatory) {
		pledge.confirm(signatory, this.clock.instant());
		this.mails.thank(pledge, signatory.address());
	}

}
