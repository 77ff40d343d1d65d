package org.awarenessweek.pledge;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

import org.awarenessweek.edition.Edition;
import org.awarenessweek.mail.EmailAddress;
import org.awarenessweek.mail.Token;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.resilience.annotation.Retryable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import static java.util.Objects.requireNonNull;

/**
 * Signing the pledge, and confirming it from the mailbox: by the mailed link's button, or
 * by the mailed code on the page that is still open.
 */
@Service
class PledgeSigning {

	private final Pledges pledges;

	private final Signatures signatures;

	private final PledgeCounts counts;

	private final PledgeKeys keys;

	private final PledgeMails mails;

	private final SignatureTable typed;

	private final SignatureMailing mailing;

	private final Clock clock;

	PledgeSigning(Pledges pledges, Signatures signatures, PledgeCounts counts, PledgeKeys keys, PledgeMails mails,
			SignatureTable typed, SignatureMailing mailing, Clock clock) {
		this.pledges = pledges;
		this.signatures = signatures;
		this.counts = counts;
		this.keys = keys;
		this.mails = mails;
		this.typed = typed;
		this.mailing = mailing;
		this.clock = clock;
	}

	/**
	 * Takes down what was typed. Whether the address is known is only looked up
	 * afterwards, so neither this answer nor its time can tell.
	 * @param networkKey stands for the network that the form came from
	 * @return the handle of the page that takes the mailed code
	 */
	@Transactional(propagation = Propagation.NEVER)
	public String sign(Edition edition, PledgeKind kind, Signatory signatory, EmailAddress address, String networkKey) {
		Token handle = Token.issue();
		this.typed.add(new Signature(edition, kind, signatory, address, this.keys.address(address), networkKey, handle,
				this.clock.instant()));
		this.mailing.beginAfterCommit();
		return handle.secret();
	}

	/** What a mailed link asks its reader to confirm. */
	@Transactional(readOnly = true)
	public Optional<Signature> toConfirm(String secret) {
		return this.mails.toConfirm(secret).flatMap(this.signatures::findById);
	}

	/** The pledge that a mailed link has confirmed already. */
	@Transactional(readOnly = true)
	public Optional<Pledge> confirmed(String secret) {
		return this.mails.toConfirm(secret).flatMap(this.pledges::findById);
	}

	/**
	 * Confirms what the mail was about; once more changes nothing.
	 * @param secret what was in the mail's link
	 * @return the secret of the link to what is kept, or nothing if the mail's link does
	 * not work any more
	 */
	@Retryable(includes = { ConcurrencyFailureException.class, DataIntegrityViolationException.class }, delay = 10,
			jitter = 10)
	@Transactional
	public Optional<String> confirm(String secret) {
		return this.mails.toConfirm(secret).flatMap(this::pledge).map(this.mails::linkToMine);
	}

	/**
	 * The same by the code in the mail.
	 * @param handle of the page on which it was typed, without which a code is worth
	 * nothing
	 * @param typed the code
	 * @return the secret of the link to what is kept, or nothing if this page does not
	 * take this code
	 */
	@Retryable(includes = { ConcurrencyFailureException.class, DataIntegrityViolationException.class }, delay = 10,
			jitter = 10)
	@Transactional
	public Optional<String> confirmByCode(String handle, String typed) {
		String handleHash = Token.hash(handle);
		if (this.signatures.countTry(handleHash, Signature.TRIES,
				this.clock.instant().minus(Signature.TIME_FOR_THE_CODE)) == 0) {
			return Optional.empty();
		}
		return this.signatures.findByHandleHash(handleHash)
			.filter((signature) -> matches(signature.codeHash(), this.keys.code(signature, ReadableCode.read(typed))))
			.flatMap((signature) -> pledge(signature.id()))
			.map(this.mails::linkToMine);
	}

	/**
	 * How many codes the page with this handle still takes; a known address's page takes
	 * as many as any other.
	 */
	@Transactional(readOnly = true)
	public int triesLeft(String handle) {
		return this.signatures.findByHandleHash(Token.hash(handle))
			.map((signature) -> signature.triesLeft(this.clock.instant()))
			.orElse(0);
	}

	/**
	 * The pledge of a signature, which begins now if there is none; the one that holds
	 * the address's place, if there is another.
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public Optional<Pledge> pledge(UUID id) {
		Optional<Signature> signature = this.signatures.findForChange(id);
		return this.pledges.findById(id).or(() -> signature.flatMap((typed) -> holder(typed).or(() -> begin(typed))));
	}

	private Optional<Pledge> holder(Signature typed) {
		Optional<Pledge> holder = this.pledges.findByEditionAndAddressKeyAndKind(typed.edition(), typed.addressKey(),
				typed.kind());
		if (holder.isPresent() && typed.status() != SignatureStatus.KNOWN) {
			typed.known();
		}
		return holder;
	}

	/**
	 * Nothing begins where there was a pledge already, also if it is withdrawn by now.
	 */
	private Optional<Pledge> begin(Signature typed) {
		return Optional.of(typed)
			.filter((one) -> one.status() != SignatureStatus.KNOWN)
			.map((one) -> one.confirm(ReadableCode.random(CertificateNumber.LENGTH), this.clock.instant()))
			.map((begun) -> begin(begun, typed.typedAddress()));
	}

	/**
	 * Lets a pledge count from now on, and thanks its owner: how every pledge begins.
	 * @param begun takes a place that nobody holds
	 * @param address where its owner's mails go
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public Pledge begin(Pledge begun, EmailAddress address) {
		Pledge pledge = this.pledges.saveAndFlush(begun);
		this.counts.begin(pledge);
		this.signatures
			.findByEditionAndAddressKeyAndKind(pledge.edition(), requireNonNull(pledge.addressKey()), pledge.kind())
			.forEach((other) -> this.mails.moveLinks(other.id(), pledge.id()));
		this.mails.thank(pledge, address);
		return pledge;
	}

	private static boolean matches(@Nullable String kept, String given) {
		return kept != null && MessageDigest.isEqual(kept.getBytes(StandardCharsets.US_ASCII),
				given.getBytes(StandardCharsets.US_ASCII));
	}

}
