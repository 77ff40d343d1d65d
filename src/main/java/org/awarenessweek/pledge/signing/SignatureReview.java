package org.awarenessweek.pledge.signing;

import java.util.UUID;

import org.awarenessweek.pledge.PledgeMails;
import org.awarenessweek.site.NotFound;
import org.awarenessweek.team.TeamRecords;
import org.awarenessweek.work.RetryOnConflict;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the team does with unconfirmed signatures. */
@Service
class SignatureReview {

	private final Signatures signatures;

	private final PledgeConfirmation confirmation;

	private final PledgeMails mails;

	private final TeamRecords records;

	SignatureReview(Signatures signatures, PledgeConfirmation confirmation, PledgeMails mails, TeamRecords records) {
		this.signatures = signatures;
		this.confirmation = confirmation;
		this.mails = mails;
		this.records = records;
	}

	/**
	 * Confirms a signature as the button in its email would, with the same thanks.
	 * @return the pledge; a different one if the address already has one
	 */
	@RetryOnConflict
	@Transactional
	public UUID confirmByHand(UUID signature, String reason, String by) {
		refuseUnlessItWaits(signature);
		UUID pledge = this.confirmation.findOrBegin(signature).orElseThrow(NotFound::new).id();
		if (pledge.equals(signature)) {
			this.records.add(by, pledge, "confirmed a pledge by hand: " + reason);
		}
		return pledge;
	}

	/** Deletes it, with its email and links. */
	@Transactional
	public void delete(UUID signature, String by) {
		refuseUnlessItWaits(signature);
		this.mails.forgetMailsAndLinks(signature);
		this.signatures.deleteById(signature);
		this.records.add(by, signature, "deleted what someone signed and nobody confirmed");
	}

	private void refuseUnlessItWaits(UUID signature) {
		this.signatures.findForChange(signature).filter(Signature::waits).orElseThrow(NotFound::new);
	}

}
