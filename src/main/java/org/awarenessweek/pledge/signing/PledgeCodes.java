package org.awarenessweek.pledge.signing;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.Optional;

import org.awarenessweek.mail.Token;
import org.awarenessweek.pledge.PledgeKeys;
import org.awarenessweek.pledge.PledgeMails;
import org.awarenessweek.pledge.ReadableCode;
import org.awarenessweek.work.RetryOnConflict;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Confirms what was typed by the emailed code, on the page that is still open. A page has
 * a few tries.
 */
@Service
class PledgeCodes {

	private final Signatures signatures;

	private final PledgeKeys keys;

	private final PledgeConfirmation confirmation;

	private final PledgeMails mails;

	private final Clock clock;

	PledgeCodes(Signatures signatures, PledgeKeys keys, PledgeConfirmation confirmation, PledgeMails mails,
			Clock clock) {
		this.signatures = signatures;
		this.keys = keys;
		this.confirmation = confirmation;
		this.mails = mails;
		this.clock = clock;
	}

	/**
	 * Confirms a signature by the emailed code; repeating it changes nothing.
	 * @param handle of the page on which it was typed; the code is useless without it
	 * @param typed the code
	 * @return the secret of a link to the pledge, or empty if this page does not take
	 * this code
	 */
	@RetryOnConflict
	@Transactional
	public Optional<String> confirm(String handle, String typed) {
		String handleHash = Token.hash(handle);
		if (this.signatures.countTry(handleHash, Signature.TRIES,
				this.clock.instant().minus(Signature.TIME_FOR_THE_CODE)) == 0) {
			return Optional.empty();
		}
		return this.signatures.findByHandleHash(handleHash)
			.filter((signature) -> matches(signature.codeHash(),
					this.keys.code(signature.id(), ReadableCode.read(typed))))
			.flatMap((signature) -> this.confirmation.findOrBegin(signature.id()))
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

	private static boolean matches(@Nullable String kept, String given) {
		return kept != null && MessageDigest.isEqual(kept.getBytes(StandardCharsets.US_ASCII),
				given.getBytes(StandardCharsets.US_ASCII));
	}

}
