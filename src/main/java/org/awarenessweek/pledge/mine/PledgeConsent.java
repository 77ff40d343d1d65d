package org.awarenessweek.pledge.mine;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

import org.awarenessweek.pledge.Pledge;
import org.awarenessweek.pledge.PledgeChanges;
import org.awarenessweek.pledge.PledgeMails;
import org.awarenessweek.pledge.Pledges;
import org.awarenessweek.pledge.Signatory;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whether we may write to a mailbox. Withdrawing consent for one pledge withdraws it for
 * all pledges of the mailbox, of every kind and week.
 */
@Component
class PledgeConsent {

	private final Pledges pledges;

	private final PledgeChanges changes;

	private final PledgeMails mails;

	PledgeConsent(Pledges pledges, PledgeChanges changes, PledgeMails mails) {
		this.pledges = pledges;
		this.changes = changes;
		this.mails = mails;
	}

	/** A pledge, locked together with all others of its mailbox. */
	@Transactional(propagation = Propagation.MANDATORY)
	public Optional<Pledge> findForChange(UUID id) {
		return ofMailbox(id).stream().filter((pledge) -> pledge.id().equals(id)).findFirst();
	}

	/** Stops all emails to a pledge's mailbox, even queued ones. */
	@Transactional(propagation = Propagation.MANDATORY)
	public void takeBack(Pledge pledge) {
		takeBack(pledge, (any) -> true);
	}

	/** Stops requests to renew earlier pledges, before this one is withdrawn. */
	@Transactional(propagation = Propagation.MANDATORY)
	public void takeBackBefore(Pledge pledge) {
		takeBack(pledge,
				(earlier) -> earlier.kind() == pledge.kind() && earlier.edition().year() < pledge.edition().year());
	}

	private void takeBack(Pledge pledge, Predicate<Pledge> which) {
		for (Pledge one : ofMailbox(pledge.id())) {
			Signatory kept = one.signatory();
			if (kept != null && kept.mayWrite() && which.test(one)) {
				this.changes.correct(one, kept.withoutMails());
				this.mails.forgetMails(one.id());
			}
		}
	}

	/** A pledge without an address key is alone. */
	private Collection<Pledge> ofMailbox(UUID id) {
		List<UUID> all = this.pledges.findIdsOfMailbox(id);
		return this.pledges.findAllForChange(all.isEmpty() ? List.of(id) : all);
	}

}
