package org.awarenessweek.pledge;

import java.util.Objects;

import org.springframework.stereotype.Component;

/**
 * Deletes whatever is kept beside a pledge that names its owner: what was typed for its
 * mailbox, however often, the mails about all of it, and what the owner said.
 */
@Component
class PledgeForgetting {

	private final Signatures signatures;

	private final Deeds deeds;

	private final PledgeMails mails;

	PledgeForgetting(Signatures signatures, Deeds deeds, PledgeMails mails) {
		this.signatures = signatures;
		this.deeds = deeds;
		this.mails = mails;
	}

	/** Before the pledge itself forgets its owner. */
	void forget(Pledge pledge) {
		this.signatures
			.findByEditionAndAddressKeyAndKind(pledge.edition(), Objects.toString(pledge.addressKey()), pledge.kind())
			.forEach((typed) -> {
				this.mails.forgetMails(typed.id());
				this.signatures.deleteById(typed.id());
			});
		this.mails.forgetMails(pledge.id());
		this.deeds.deleteByPledgeId(pledge.id());
	}

}
