package org.awarenessweek.pledge;

import java.util.UUID;

import org.awarenessweek.site.NotFound;
import org.awarenessweek.team.TeamRecords;

import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.resilience.annotation.Retryable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the team does with what nobody has confirmed. */
@Service
class SignatureCare {

	private final Signatures signatures;

	private final PledgeSigning signing;

	private final PledgeMails mails;

	private final TeamRecords records;

	SignatureCare(Signatures signatures, PledgeSigning signing, PledgeMails mails, TeamRecords records) {
		this.signatures = signatures;
		this.signing = signing;
		this.mails = mails;
		this.records = records;
	}

	/**
	 * Confirms what somebody has typed, as the button in their mail would; they are
	 * thanked in the same way.
	 * @return the pledge, which is another one if its address has one already
	 */
	@Retryable(includes = { ConcurrencyFailureException.class, DataIntegrityViolationException.class }, delay = 10,
			jitter = 10)
	@Transactional
	public UUID confirmByHand(UUID signature, String reason, String by) {
		refuseUnlessItWaits(signature);
		UUID pledge = this.signing.pledge(signature).orElseThrow(NotFound::new).id();
		if (pledge.equals(signature)) {
			this.records.add(by, pledge, "confirmed a pledge by hand: " + reason);
		}
		return pledge;
	}

	/** Deletes it, with its mail and its links. */
	@Transactional
	public void delete(UUID signature, String by) {
		refuseUnlessItWaits(signature);
		this.mails.forgetMailsAndLinks(signature);
		this.signatures.deleteById(signature);
		this.records.add(by, signature, "deleted what somebody signed and nobody confirmed");
	}

	private void refuseUnlessItWaits(UUID signature) {
		this.signatures.findForChange(signature).filter(Signature::waits).orElseThrow(NotFound::new);
	}

}
