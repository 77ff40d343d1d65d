package org.awarenessweek.pledge;

import java.util.Optional;

import org.awarenessweek.mail.OutgoingMails;
import org.awarenessweek.team.TeamRecords;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Says what is kept of a pledge to whoever has its link. */
@Service
class PledgeDisclosure {

	private final PledgeKeeping keeping;

	private final Pledges pledges;

	private final Deeds deeds;

	private final Renewals renewals;

	private final OutgoingMails mails;

	private final TeamRecords records;

	PledgeDisclosure(PledgeKeeping keeping, Pledges pledges, Deeds deeds, Renewals renewals, OutgoingMails mails,
			TeamRecords records) {
		this.keeping = keeping;
		this.pledges = pledges;
		this.deeds = deeds;
		this.renewals = renewals;
		this.mails = mails;
		this.records = records;
	}

	/** What is kept of the pledge that a mailed link opens. */
	@Transactional(readOnly = true)
	public Optional<Kept> kept(String secret) {
		return this.keeping.mine(secret)
			.map((pledge) -> new Kept(pledge, this.deeds.findByPledgeId(pledge.id()).orElse(null),
					this.renewals.findById(pledge.id()).orElse(null),
					this.renewals.findByRenewedId(pledge.id())
						.flatMap((renewal) -> this.pledges.findById(renewal.pledgeId()))
						.orElse(null),
					this.mails.findByAboutOrderByCreatedAt(pledge.id()),
					this.records.of(pledge.id()).stream().map(Kept.Done::of).toList()));
	}

}
