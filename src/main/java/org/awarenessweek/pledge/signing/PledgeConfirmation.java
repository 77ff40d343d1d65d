package org.awarenessweek.pledge.signing;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

import org.awarenessweek.mail.Token;
import org.awarenessweek.pledge.Pledge;
import org.awarenessweek.pledge.PledgeChanges;
import org.awarenessweek.pledge.PledgeKeys;
import org.awarenessweek.pledge.PledgeMails;
import org.awarenessweek.pledge.Pledges;
import org.awarenessweek.pledge.ReadableCode;
import org.awarenessweek.work.RetryOnConflict;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Confirming what was typed from the mailbox: by the emailed link's button, or by the
 * emailed code on the page that is still open. Then the pledge begins.
 */
@Service
class PledgeConfirmation {

	private final Pledges pledges;

	private final Signatures signatures;

	private final PledgeChanges changes;

	private final PledgeKeys keys;

	private final PledgeMails mails;

	private final Clock clock;

	PledgeConfirmation(Pledges pledges, Signatures signatures, PledgeChanges changes, PledgeKeys keys,
			PledgeMails mails, Clock clock) {
		this.pledges = pledges;
		this.signatures = signatures;
		this.changes = changes;
		this.keys = keys;
		this.mails = mails;
		this.clock = clock;
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
	 * The same by the emailed code.
	 * @param handle of the page on which it was typed; the code is useless without it
	 * @param typed the code
	 * @return the secret of a link to the pledge, or empty if this page does not take
	 * this code
	 */
	@RetryOnConflict
	@Transactional
	public Optional<String> confirmByCode(String handle, String typed) {
		String handleHash = Token.hash(handle);
		if (this.signatures.countTry(handleHash, Signature.TRIES,
				this.clock.instant().minus(Signature.TIME_FOR_THE_CODE)) == 0) {
			return Optional.empty();
		}
		return this.signatures.findByHandleHash(handleHash)
			.filter((signature) -> matches(signature.codeHash(),
					this.keys.code(signature.id(), ReadableCode.read(typed))))
			.flatMap((signature) -> findOrBegin(signature.id()))
			.map(this.mails::linkToMine);
	}

	/**
	 * How many tries the page with this handle has left, whether or not its address is
	 * known.
	 */
	@Transactional(readOnly = true)
	public int triesLeft(String handle) {
		return this.signatures.findByHandleHash(Token.hash(handle))
			.map((signature) -> signature.triesLeft(this.clock.instant()))
			.orElse(0);
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

	private static boolean matches(@Nullable String kept, String given) {
		return kept != null && MessageDigest.isEqual(kept.getBytes(StandardCharsets.US_ASCII),
				given.getBytes(StandardCharsets.US_ASCII));
	}

}
