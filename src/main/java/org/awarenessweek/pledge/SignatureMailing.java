package org.awarenessweek.pledge;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.annotation.PreDestroy;
import org.awarenessweek.mail.EmailAddress;
import org.awarenessweek.site.Rounds;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.data.domain.Limit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.support.TransactionOperations;

/**
 * What follows a signing: whoever reads its address gets a mail, which asks to confirm or
 * says that the address is known. Nobody waits for it. This begins at once after somebody
 * signed, and every few seconds for whatever was left by a node that died. When many sign
 * at once, the mails of some are stored in one transaction.
 */
@Service
class SignatureMailing {

	private static final Logger LOG = LoggerFactory.getLogger(SignatureMailing.class);

	/** So many have their mails stored in one transaction. */
	private static final int SOME = 10;

	/**
	 * So many that cannot be mailed to are no fault of theirs, and are left for later.
	 */
	private static final int MANY = 100;

	private static final int CODE = 6;

	private final Pledges pledges;

	private final Signatures signatures;

	private final PledgeKeys keys;

	private final PledgeMails mails;

	private final TransactionOperations transactions;

	/** Those whose mails cannot be made wait a little, and others need not. */
	private final Cache<UUID, Boolean> setAside = Caffeine.newBuilder()
		.expireAfterWrite(Duration.ofMinutes(2))
		.maximumSize(1000)
		.build();

	private final Rounds rounds = new Rounds("signatures", 1, this::mailSome);

	SignatureMailing(Pledges pledges, Signatures signatures, PledgeKeys keys, PledgeMails mails,
			TransactionOperations transactions) {
		this.pledges = pledges;
		this.signatures = signatures;
		this.keys = keys;
		this.mails = mails;
		this.transactions = transactions;
	}

	/** Begins a round of those that wait. */
	@Scheduled(fixedDelay = 15, timeUnit = TimeUnit.SECONDS)
	void begin() {
		this.rounds.begin();
	}

	/** The same, once the caller's transaction is committed. */
	void beginAfterCommit() {
		this.rounds.beginAfterCommit();
	}

	@PreDestroy
	void stop() {
		this.rounds.close();
	}

	/**
	 * Mails to some, those that wait for longest.
	 * @return whether it is worth going on
	 */
	boolean mailSome() {
		List<UUID> some = this.signatures.findNew(Limit.of(SOME + this.setAside.asMap().size()))
			.stream()
			.filter((id) -> !this.setAside.asMap().containsKey(id))
			.limit(SOME)
			.toList();
		return !some.isEmpty() && mail(some);
	}

	private boolean mail(List<UUID> ids) {
		try {
			return Boolean.TRUE.equals(this.transactions.execute((status) -> lockAndMail(ids)));
		}
		catch (CannotCreateTransactionException | TransientDataAccessException
				| DataAccessResourceFailureException ex) {
			// The fault of none of them
			throw ex;
		}
		catch (RuntimeException ex) {
			if (ids.size() > 1) {
				return ids.stream().filter((id) -> mail(List.of(id))).count() > 0;
			}
			LOG.error("The mail for signature {} could not be made; it is tried again later", ids.getFirst(), ex);
			this.setAside.put(ids.getFirst(), true);
			return this.setAside.asMap().size() < MANY;
		}
	}

	/**
	 * Mails to all until one of them is in the hands of another node, which has those
	 * after it too: both would lock what these need, in different orders. If that is the
	 * first, one other will do.
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
			signature.known();
			this.mails.sayItIsKnown(holder.get(), typed);
		}
		else if (first.isPresent()) {
			this.signatures.deleteById(signature.id());
			first.get().isOn(signature);
		}
		else {
			String code = ReadableCode.random(CODE);
			signature.mailed(this.keys.code(signature, code));
			this.mails.askToConfirm(signature, code);
		}
	}

	/**
	 * The one that a button pressed twice has sent before, and whose mail serves both.
	 */
	private Optional<Signature> mailedJustNow(Signature signature) {
		return this.signatures
			.findByEditionAndAddressKeyAndKind(signature.edition(), signature.addressKey(), signature.kind())
			.stream()
			.filter((first) -> first.status() == SignatureStatus.MAILED && first.isSentAgainAs(signature))
			.findFirst();
	}

}
