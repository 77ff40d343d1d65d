package org.awarenessweek.pledge.signing;

import java.util.Optional;
import java.util.UUID;

import org.awarenessweek.pledge.Pledge;
import org.awarenessweek.pledge.PledgeChanges;
import org.awarenessweek.pledge.PledgeMails;
import org.awarenessweek.pledge.Pledges;
import org.awarenessweek.work.RetryOnConflict;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Confirms what was typed, by the button behind the emailed link; then the pledge begins.
 * Until then it can be deleted instead.
 */
@Service
public class PledgeConfirmation {

	private final Pledges pledges;

	private final Signatures signatures;

	private final PledgeChanges changes;

	private final PledgeMails mails;

	PledgeConfirmation(Pledges pledges, Signatures signatures, PledgeChanges changes, PledgeMails mails) {
		this.pledges = pledges;
		this.signatures = signatures;
		this.changes = changes;
		this.mails = mails;
	}

	/** The signature that an emailed link confirms. */
	@Transactional(readOnly = true)
	public Optional<Signature> toConfirm(String secret) {
		return this.mails.toConfirm(secret).flatMap(this.signatures::findById);
	}

	/** The pledge that an emailed link has confirmed. */
	@Transactional(readOnly = true)
	public Optional<Pledge> confirmed(String secret) {
		return this.mails.toConfirm(secret).flatMap(this.pledges::findById);
	}

	/**
	 * Confirms a signature; repeating it changes nothing.
	 * @param secret from the emailed link
	 * @return the secret of a link to the pledge, or empty if the emailed link no longer
	 * works
	 */
	@RetryOnConflict
	@Transactional
	public Optional<String> confirm(String secret) {
		return this.mails.toConfirm(secret).flatMap(this::findOrBegin).map(this.mails::linkToMine);
	}

	/**
	 * The pledge for a signature: its own, or the one its mailbox has already, or else a
	 * new one.
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public Optional<Pledge> findOrBegin(UUID id) {
		Optional<Signature> signature = this.signatures.findForChange(id);
		return this.pledges.findById(id).or(() -> signature.flatMap((typed) -> holder(typed).or(() -> begin(typed))));
	}

	private Optional<Pledge> holder(Signature typed) {
		Optional<Pledge> holder = this.pledges.findByEditionAndAddressKeyAndKind(typed.edition(), typed.addressKey(),
				typed.kind());
		if (holder.isPresent() && typed.status() != SignatureStatus.KNOWN) {
			typed.markKnown();
		}
		return holder;
	}

	/** Begins nothing if the mailbox already had a pledge, even one withdrawn since. */
	private Optional<Pledge> begin(Signature typed) {
		if (typed.status() == SignatureStatus.KNOWN) {
			return Optional.empty();
		}
		Pledge pledge = this.changes.begin(typed.id(), typed.confirm());
		this.mails.thank(pledge, typed.typedAddress());
		return Optional.of(pledge);
	}

	/** The unconfirmed signature that a link to one's own page opens. */
	@Transactional(readOnly = true)
	public Optional<Signature> unconfirmed(String secret) {
		return this.mails.mine(secret).flatMap(this.signatures::findById);
	}

	/**
	 * Deletes an unconfirmed signature, by the same link.
	 * @return whether there was one
	 */
	@Transactional
	public boolean delete(String secret) {
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

}
