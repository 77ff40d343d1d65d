package org.awarenessweek.pledge.mine;

import java.util.List;
import java.util.UUID;

import org.awarenessweek.mail.EmailAddress;
import org.awarenessweek.pledge.Pledge;
import org.awarenessweek.pledge.PledgeChanges;
import org.awarenessweek.pledge.PledgeKeys;
import org.awarenessweek.pledge.PledgeMails;
import org.awarenessweek.pledge.Pledges;
import org.awarenessweek.pledge.signing.Signatures;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Erases a signatory. The pledges still count, and a keyed hash of the mailbox stays, so
 * that nobody counts twice.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class PledgeErasure {

	private final Pledges pledges;

	private final Signatures signatures;

	private final PledgeKeys keys;

	private final PledgeChanges changes;

	private final PledgeMails mails;

	PledgeErasure(Pledges pledges, Signatures signatures, PledgeKeys keys, PledgeChanges changes, PledgeMails mails) {
		this.pledges = pledges;
		this.signatures = signatures;
		this.keys = keys;
		this.changes = changes;
		this.mails = mails;
	}

	/**
	 * Erases the person from all pledges of an address.
	 * @return how many named somebody
	 */
	public int erase(EmailAddress address) {
		List<UUID> all = this.pledges.findByAddressKey(this.keys.address(address)).stream().map(Pledge::id).toList();
		List<Pledge> named = this.pledges.findAllForChange(all)
			.stream()
			.filter((pledge) -> pledge.signatory() != null)
			.toList();
		named.forEach(this.changes::erase);
		all.forEach(this.mails::forgetMailsAndLinks);
		return named.size();
	}

	/**
	 * Deletes what was signed with an address and is no pledge.
	 * @return how many
	 */
	public int deleteSignatures(EmailAddress address) {
		List<UUID> all = this.signatures.findIdsByAddressKey(this.keys.address(address));
		all.forEach((id) -> {
			this.mails.forgetMailsAndLinks(id);
			this.signatures.deleteById(id);
		});
		return all.size();
	}

}
