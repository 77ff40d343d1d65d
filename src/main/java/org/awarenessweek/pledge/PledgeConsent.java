package org.awarenessweek.pledge;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whether we may write to a mailbox: whoever takes that back for one pledge has taken it
 * back for all that are held from there, of every kind and week.
 */
@Component
class PledgeConsent {

	private final Pledges pledges;

	private final PledgeMails mails;

	PledgeConsent(Pledges pledges, PledgeMails mails) {
		this.pledges = pledges;
		this.mails = mails;
	}

	/**
	 * A pledge, kept from everybody else's changes together with all others of its
	 * mailbox.
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public Optional<Pledge> findForChange(UUID id) {
		return ofMailbox(id).stream().filter((pledge) -> pledge.id().equals(id)).findFirst();
	}

	/** Writes no more to the mailbox of a pledge, not even what waits already. */
	@Transactional(propagation = Propagation.MANDATORY)
	public void takeBack(Pledge pledge) {
		takeBack(pledge, (any) -> true);
	}

	/**
	 * Asks nobody to renew the earlier pledges who is about to withdraw the later one.
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void takeBackBefore(Pledge pledge) {
		takeBack(pledge,
				(earlier) -> earlier.kind() == pledge.kind() && earlier.edition().year() < pledge.edition().year());
	}

	private void takeBack(Pledge pledge, Predicate<Pledge> which) {
		for (Pledge one : ofMailbox(pledge.id())) {
			Signatory kept = one.signatory();
			if (kept != null && kept.mayWrite() && which.test(one)) {
				one.correct(kept.withoutMails());
				this.mails.forgetMails(one.id());
			}
		}
	}

	/** One whose address has no place any more is alone. */
	private Collection<Pledge> ofMailbox(UUID id) {
		List<UUID> all = this.pledges.findIdsOfMailbox(id);
		return this.pledges.findAllForChange(all.isEmpty() ? List.of(id) : all);
	}

}
