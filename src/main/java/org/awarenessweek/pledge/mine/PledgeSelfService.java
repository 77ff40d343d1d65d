package org.awarenessweek.pledge.mine;

import java.util.Optional;
import java.util.function.BiConsumer;

import org.awarenessweek.pledge.Pledge;
import org.awarenessweek.pledge.PledgeChanges;
import org.awarenessweek.pledge.PledgeForm;
import org.awarenessweek.pledge.PledgeMails;
import org.awarenessweek.pledge.PledgeStatus;
import org.awarenessweek.pledge.Pledges;
import org.awarenessweek.pledge.Signatory;
import org.awarenessweek.pledge.deed.OwnDeeds;
import org.awarenessweek.site.StaleForm;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What owners do with their pledge, by the link in every email about it. */
@Service
public class PledgeSelfService {

	private final Pledges pledges;

	private final OwnDeeds deeds;

	private final PledgeChanges changes;

	private final PledgeMails mails;

	private final PledgeConsent consent;

	PledgeSelfService(Pledges pledges, OwnDeeds deeds, PledgeChanges changes, PledgeMails mails,
			PledgeConsent consent) {
		this.pledges = pledges;
		this.deeds = deeds;
		this.changes = changes;
		this.mails = mails;
		this.consent = consent;
	}

	/** The pledge that an emailed link opens. */
	@Transactional(readOnly = true)
	public Optional<Pledge> mine(String secret) {
		return this.mails.mine(secret).flatMap(this.pledges::findById);
	}

	/**
	 * Replaces the owner's details. Repeating it changes nothing.
	 * @param version of the pledge that its owner saw
	 * @param form a form without errors
	 * @throws StaleForm if the pledge has changed since
	 */
	@Transactional
	public Optional<Pledge> correct(String secret, int version, PledgeForm form) {
		return change(secret, (pledge, kept) -> {
			Signatory corrected = form.corrected(kept);
			if (!corrected.equals(kept)) {
				StaleForm.throwIfStale(version, pledge.version());
				correct(pledge, kept, corrected);
			}
		});
	}

	/** Shows the name on the wall, or takes it off. */
	@Transactional
	public Optional<Pledge> showName(String secret, boolean shown) {
		return change(secret, (pledge, kept) -> this.changes.showName(pledge, shown));
	}

	/** Stops writing to the owner, about any of their pledges. */
	@Transactional
	public Optional<Pledge> stopWriting(String secret) {
		return change(secret, (pledge, kept) -> this.consent.takeBack(pledge));
	}

	/** The pledge that an unsubscribe link opens. */
	@Transactional(readOnly = true)
	public Optional<Pledge> toUnsubscribe(String secret) {
		return this.mails.toStop(secret).flatMap(this.pledges::findById);
	}

	/** Stops writing to the owner, by that link. */
	@Transactional
	public Optional<Pledge> unsubscribe(String secret) {
		Optional<Pledge> mine = this.mails.toStop(secret).flatMap(this.consent::findForChange);
		mine.ifPresent(this.consent::takeBack);
		return mine;
	}

	/** Deletes what the owner said they did. */
	@Transactional
	public Optional<Pledge> deleteDeed(String secret) {
		return change(secret, (pledge, kept) -> this.deeds.delete(pledge));
	}

	/**
	 * Erases everything that names the owner. The pledge still counts, without role and
	 * country, and its links still say so.
	 */
	@Transactional
	public Optional<Pledge> erase(String secret) {
		return change(secret, (pledge, kept) -> this.changes.erase(pledge));
	}

	/** Withdraws a pledge; everything that names its owner goes at once. */
	@Transactional
	public Optional<Pledge> withdraw(String secret) {
		Optional<Pledge> mine = forChange(secret);
		mine.filter((pledge) -> pledge.status() == PledgeStatus.CONFIRMED).ifPresent((pledge) -> {
			this.consent.takeBackBefore(pledge);
			this.changes.withdraw(pledge);
		});
		return mine;
	}

	private void correct(Pledge pledge, Signatory kept, Signatory corrected) {
		if (kept.mayWrite() && !corrected.mayWrite()) {
			this.consent.takeBack(pledge);
		}
		this.changes.correct(pledge, corrected);
	}

	/**
	 * Changes the owner's details, if the pledge still has any.
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
