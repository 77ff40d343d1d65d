package org.awarenessweek.pledge;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;

import org.awarenessweek.site.StaleForm;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the owner of a pledge does with it, by the link that is in every mail about it.
 */
@Service
public class PledgeKeeping {

	private final Pledges pledges;

	private final Signatures signatures;

	private final Deeds deeds;

	private final PledgeCounts counts;

	private final PledgeForgetting forgetting;

	private final PledgeMails mails;

	private final PledgeConsent consent;

	private final Clock clock;

	PledgeKeeping(Pledges pledges, Signatures signatures, Deeds deeds, PledgeCounts counts, PledgeForgetting forgetting,
			PledgeMails mails, PledgeConsent consent, Clock clock) {
		this.pledges = pledges;
		this.signatures = signatures;
		this.deeds = deeds;
		this.counts = counts;
		this.forgetting = forgetting;
		this.mails = mails;
		this.consent = consent;
		this.clock = clock;
	}

	/** The pledge that a mailed link opens. */
	@Transactional(readOnly = true)
	public Optional<Pledge> mine(String secret) {
		return this.mails.mine(secret).flatMap(this.pledges::findById);
	}

	/** What a mailed link opens as long as it is not confirmed. */
	@Transactional(readOnly = true)
	Optional<Signature> unconfirmed(String secret) {
		return this.mails.mine(secret).flatMap(this.signatures::findById);
	}

	/**
	 * Takes what its owner says of themselves now. The same once more changes nothing.
	 * @param version of the pledge that its owner saw
	 * @param form with nothing wrong in it
	 * @throws StaleForm if the pledge has changed since
	 */
	@Transactional
	public Optional<Pledge> correct(String secret, int version, PledgeForm form) {
		return change(secret, (pledge, kept) -> {
			Signatory corrected = form.corrected(kept);
			if (!corrected.equals(kept)) {
				StaleForm.refuse(version, pledge.version());
				correct(pledge, kept, corrected);
			}
		});
	}

	/** Shows the name on the wall, or takes it off. */
	@Transactional
	public Optional<Pledge> showName(String secret, boolean shown) {
		return change(secret, (pledge, kept) -> pledge.showName(shown));
	}

	/** Writes no more to the owner, whichever of their pledges it would be about. */
	@Transactional
	public Optional<Pledge> stopWriting(String secret) {
		return change(secret, (pledge, kept) -> this.consent.takeBack(pledge));
	}

	/** The pledge of a link that does nothing but stop what we write. */
	@Transactional(readOnly = true)
	public Optional<Pledge> toUnsubscribe(String secret) {
		return this.mails.toStop(secret).flatMap(this.pledges::findById);
	}

	/** Writes no more to the owner, by that link. */
	@Transactional
	public Optional<Pledge> unsubscribe(String secret) {
		Optional<Pledge> mine = this.mails.toStop(secret).flatMap(this.consent::findForChange);
		mine.ifPresent(this.consent::takeBack);
		return mine;
	}

	/** Deletes what the owner said that they did. */
	@Transactional
	public Optional<Pledge> deleteDeed(String secret) {
		return change(secret, (pledge, kept) -> this.deeds.deleteByPledgeId(pledge.id()));
	}

	/**
	 * Erases everything that names the owner. The pledge goes on counting, of which
	 * nobody knows any more in what role and where, and the links go on saying so.
	 */
	@Transactional
	public Optional<Pledge> erase(String secret) {
		return change(secret, (pledge, kept) -> {
			this.forgetting.forget(pledge);
			pledge.erase();
			this.counts.change(pledge, kept);
		});
	}

	/** Withdraws a pledge; everything that names its owner goes at once. */
	@Transactional
	public Optional<Pledge> withdraw(String secret) {
		Optional<Pledge> mine = forChange(secret);
		mine.filter((pledge) -> pledge.status() == PledgeStatus.CONFIRMED).ifPresent((pledge) -> {
			this.consent.takeBackBefore(pledge);
			this.forgetting.forget(pledge);
			if (pledge.counts()) {
				this.counts.end(pledge, pledge.signatory());
			}
			pledge.withdraw(this.clock.instant());
		});
		return mine;
	}

	/**
	 * Deletes what nobody has confirmed.
	 * @return whether there was anything
	 */
	@Transactional
	boolean delete(String secret) {
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

	private void correct(Pledge pledge, Signatory kept, Signatory corrected) {
		if (kept.mayWrite() && !corrected.mayWrite()) {
			this.consent.takeBack(pledge);
		}
		pledge.correct(corrected);
		if (kept.role() != corrected.role() || !kept.country().equals(corrected.country())) {
			this.counts.change(pledge, kept);
		}
	}

	/**
	 * Changes what is kept of the owner, where anything is.
	 * @return the pledge that the link opens, changed or not
	 */
	private Optional<Pledge> change(String secret, BiConsumer<Pledge, Signatory> step) {
		Optional<Pledge> mine = forChange(secret);
		mine.ifPresent((pledge) -> {
			Signatory kept = pledge.signatory();
			if (kept != null) {
				step.accept(pledge, kept);
			}
		});
		return mine;
	}

	private Optional<Pledge> forChange(String secret) {
		return this.mails.mine(secret).flatMap(this.consent::findForChange);
	}

}
