package org.awarenessweek.pledge.signing;

import org.awarenessweek.pledge.Pledge;
import org.awarenessweek.pledge.PledgeFollower;
import org.awarenessweek.pledge.PledgeMails;
import org.awarenessweek.pledge.PledgeState;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Ties a mailbox's signatures to its pledge: once the pledge begins, all their links open
 * it; once it names nobody any more, they are deleted. It comes first, and so waits for
 * whoever emails one of them just now: that email is then forgotten too.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class SignatureLinks implements PledgeFollower {

	private final Signatures signatures;

	private final PledgeMails mails;

	SignatureLinks(Signatures signatures, PledgeMails mails) {
		this.signatures = signatures;
		this.mails = mails;
	}

	@Override
	public void follow(Pledge pledge, PledgeState before) {
		if (before.addressKey() == null && pledge.addressKey() != null) {
			this.signatures.findByEditionAndAddressKeyAndKind(pledge.edition(), pledge.addressKey(), pledge.kind())
				.forEach((typed) -> this.mails.moveLinks(typed.id(), pledge.id()));
		}
		else if (before.addressKey() != null && before.isForgottenBy(pledge)) {
			this.signatures.findByEditionAndAddressKeyAndKind(pledge.edition(), before.addressKey(), pledge.kind())
				.forEach((typed) -> {
					this.mails.forgetMails(typed.id());
					this.signatures.deleteById(typed.id());
				});
		}
	}

}
