package org.awarenessweek.pledge.mine;

import java.util.Optional;

import org.awarenessweek.mail.OutgoingMails;
import org.awarenessweek.pledge.Pledge;
import org.awarenessweek.pledge.deed.Deeds;
import org.awarenessweek.pledge.renewal.Renewals;
import org.awarenessweek.team.TeamRecords;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Shows what we store about a pledge, by its link. */
@Service
class PledgeDisclosure {

	private final PledgeSelfService selfService;

	private final Deeds deeds;

	private final Renewals renewals;

	private final OutgoingMails mails;

	private final TeamRecords records;

	PledgeDisclosure(PledgeSelfService selfService, Deeds deeds, Renewals renewals, OutgoingMails mails,
			TeamRecords records) {
		this.selfService = selfService;
		this.deeds = deeds;
		this.renewals = renewals;
		this.mails = mails;
		this.records = records;
	}

	/** What we store about the pledge that a link opens. */
	@Transactional(readOnly = true)
	public Optional<PledgeRecord> kept(String secret) {
		return this.selfService.mine(secret).map(this::kept);
	}

	/** What we store about a pledge. */
	PledgeRecord kept(Pledge pledge) {
		return new PledgeRecord(pledge, this.deeds.findByPledgeId(pledge.id()).orElse(null),
				this.renewals.findById(pledge.id()).orElse(null), this.renewals.findRenewedTo(pledge.id()).orElse(null),
				this.mails.findByAboutOrderByCreatedAt(pledge.id()),
				this.records.of(pledge.id()).stream().map(PledgeRecord.Done::of).toList());
	}

}
