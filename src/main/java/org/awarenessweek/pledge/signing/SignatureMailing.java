package org.awarenessweek.pledge.signing;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.awarenessweek.log.Fault;
import org.awarenessweek.mail.EmailAddress;
import org.awarenessweek.pledge.Pledge;
import org.awarenessweek.pledge.PledgeKeys;
import org.awarenessweek.pledge.PledgeMails;
import org.awarenessweek.pledge.Pledges;
import org.awarenessweek.pledge.ReadableCode;
import org.awarenessweek.work.BackgroundWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Emails the address of each signature: asks to confirm, or says that the address is
 * known. It runs in the background, at once after each signing, and every 15 seconds for
 * what a dead node left behind. When many sign at once, one transaction stores the emails
 * of several.
 */
@Service
class SignatureMailing extends BackgroundWork {

	private static final Logger LOG = LoggerFactory.getLogger(SignatureMailing.class);

	/** How many emails one transaction stores. */
	private static final int BATCH_SIZE = 10;

	/** With this many failures, something else is broken; the round ends. */
	private static final int TOO_MANY_FAILURES = 100;

	private static final int CODE_LENGTH = 6;

	private final Pledges pledges;

	private final Signatures signatures;

	private final PledgeKeys keys;

	private final PledgeMails mails;

	private final TransactionOperations transactions;

	/** Signatures whose email failed: they wait a little, others do not. */
	private final Cache<UUID, Boolean> failedLately = Caffeine.newBuilder()
		.expireAfterWrite(Duration.ofMinutes(2))
		.maximumSize(1000)
		.build();

	SignatureMailing(Pledges pledges, Signatures signatures, PledgeKeys keys, PledgeMails mails,
			TransactionOperations transactions) {
		super("signatures", 1, Duration.ofSeconds(15));
		this.pledges = pledges;
		this.signatures = signatures;
		this.keys = keys;
		this.mails = mails;
		this.transactions = transactions;
	}

	/**
	 * Emails those that have waited longest.
	 * @return whether to go on
	 */
	@Override
	protected boolean doNext() {
		List<UUID> some = this.signatures.findNew(Limit.of(BATCH_SIZE + this.failedLately.asMap().size()))
			.stream()
			.filter((id) -> !this.failedLately.asMap().containsKey(id))
			.limit(BATCH_SIZE)
			.toList();
		return !some.isEmpty() && mail(some);
	}

	private boolean mail(List<UUID> ids) {
		try {
			return Boolean.TRUE.equals(this.transactions.execute((status) -> lockAndMail(ids)));
		}
		catch (RuntimeException ex) {
			if (concernsAll(ex)) {
				throw ex;
			}
			if (ids.size() > 1) {
				return ids.stream().filter((id) -> mail(List.of(id))).count() > 0;
			}
			LOG.error("The mail for signature {} could not be made; it is tried again later", ids.getFirst(),
					Fault.of(ex));
			this.failedLately.put(ids.getFirst(), true);
			return this.failedLately.asMap().size() < TOO_MANY_FAILURES;
		}
	}

	/**
	 * Emails them in order until one is locked by another node, which then has the later
	 * ones too: going on would lock the same rows in a different order. If the first is
	 * locked, emails just one other.
	 */
	private boolean lockAndMail(List<UUID> ids) {
		List<UUID> others = ids.subList(1, ids.size());
		if (lockAndMail(ids.getFirst())) {
			others.stream().allMatch(this::lockAndMail);
			return true;
		}
		return others.stream().anyMatch(this::lockAndMail);
	}

	private boolean lockAndMail(UUID id) {
		Optional<Signature> free = lock(id);
		free.ifPresent(this::mail);
		return free.isPresent();
	}

	private Optional<Signature> lock(UUID id) {
		return this.signatures.findByIdAndStatus(id, SignatureStatus.NEW);
	}

	private void mail(Signature signature) {
		EmailAddress typed = signature.typedAddress();
		Optional<Pledge> holder = this.pledges.findByEditionAndAddressKeyAndKind(signature.edition(),
				signature.addressKey(), signature.kind());
		Optional<Signature> first = holder.isPresent() ? Optional.empty() : mailedJustNow(signature);
		if (holder.isPresent()) {
			signature.markKnown();
			this.mails.sayItIsKnown(holder.get(), typed);
		}
		else if (first.isPresent()) {
			this.signatures.deleteById(signature.id());
			first.get().moveToPageOf(signature);
		}
		else {
			String code = ReadableCode.random(CODE_LENGTH);
			signature.mailed(this.keys.code(signature.id(), code));
			this.mails.askToConfirm(signature.id(), signature.details(), code, Signature.TIME_TO_CONFIRM);
		}
	}

	/** The first of a double click, whose email serves both. */
	private Optional<Signature> mailedJustNow(Signature signature) {
		return this.signatures
			.findByEditionAndAddressKeyAndKind(signature.edition(), signature.addressKey(), signature.kind())
			.stream()
			.filter((first) -> first.status() == SignatureStatus.MAILED && first.isSentAgainAs(signature))
			.findFirst();
	}

}
