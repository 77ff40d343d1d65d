package org.awarenessweek.pledge.signing;

import java.time.Clock;

import org.awarenessweek.edition.Edition;
import org.awarenessweek.mail.EmailAddress;
import org.awarenessweek.mail.Token;
import org.awarenessweek.pledge.PledgeDetails;
import org.awarenessweek.pledge.PledgeKeys;
import org.awarenessweek.pledge.PledgeKind;
import org.awarenessweek.pledge.Signatory;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Signing the pledge: what was typed is stored, and counts for nothing until it is
 * confirmed ({@link PledgeConfirmation}).
 */
@Service
class PledgeSigning {

	private final PledgeKeys keys;

	private final SignatureInserts inserts;

	private final SignatureMailing mailing;

	private final Clock clock;

	PledgeSigning(PledgeKeys keys, SignatureInserts inserts, SignatureMailing mailing, Clock clock) {
		this.keys = keys;
		this.inserts = inserts;
		this.mailing = mailing;
		this.clock = clock;
	}

	/**
	 * Stores what was typed. Whether the address is known is looked up later, so neither
	 * the answer nor its timing reveals it.
	 * @param network that the form came from, which only its keyed hash is kept of
	 * @return the handle of the page that takes the emailed code
	 */
	@Transactional(propagation = Propagation.NEVER)
	public String sign(Edition edition, PledgeKind kind, Signatory signatory, EmailAddress address, String network) {
		Token handle = Token.issue();
		PledgeDetails details = new PledgeDetails(edition, kind, this.keys.address(address), address.domain(),
				this.keys.network(network), signatory, this.clock.instant());
		this.inserts.add(new Signature(details, handle));
		this.mailing.begin();
		return handle.secret();
	}

}
