package org.awarenessweek.pledge;

import java.util.Optional;

import org.awarenessweek.mail.EmailAddress;

import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What follows a signing: whoever reads its address gets a mail, which asks to confirm or
 * says that the address is known. Nobody waits for it.
 */
@Service
class SignatureMailing {

	/** More than there are nodes, so that one of them is free. */
	private static final Limit CANDIDATES = Limit.of(8);

	private static final int CODE = 6;

	private final Pledges pledges;

	private final Signatures signatures;

	private final PledgeKeys keys;

	private final PledgeMails mails;

	SignatureMailing(Pledges pledges, Signatures signatures, PledgeKeys keys, PledgeMails mails) {
		this.pledges = pledges;
		this.signatures = signatures;
		this.keys = keys;
		this.mails = mails;
	}

	/**
	 * Mails to the one that waits for longest.
	 * @return whether there was one
	 */
	@Transactional
	public boolean mailNext() {
		Optional<Signature> next = this.signatures.findNew(CANDIDATES)
			.stream()
			.flatMap((id) -> this.signatures.findByIdAndStatus(id, SignatureStatus.NEW).stream())
			.findFirst();
		next.ifPresent(this::mail);
		return next.isPresent();
	}

	private void mail(Signature signature) {
		EmailAddress typed = signature.typedAddress();
		Optional<Pledge> holder = this.pledges.findByEditionAndAddressKeyAndKind(signature.edition(),
				signature.addressKey(), signature.kind());
		if (holder.isPresent()) {
			signature.known();
			this.mails.sayItIsKnown(holder.get(), typed);
		}
		else {
			String code = ReadableCode.random(CODE);
			signature.mailed(this.keys.code(signature, code));
			this.mails.askToConfirm(signature, code);
		}
	}

}
