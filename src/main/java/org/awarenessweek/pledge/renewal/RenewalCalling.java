package org.awarenessweek.pledge.renewal;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

import org.awarenessweek.edition.Edition;
import org.awarenessweek.site.StaleForm;
import org.awarenessweek.team.TeamRecords;
import org.awarenessweek.work.AfterCommit;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lets the team ask earlier signatories to renew in the current edition. */
@Service
class RenewalCalling {

	private final RenewalCalls calls;

	private final Renewals renewals;

	private final RenewalWork work;

	private final TeamRecords records;

	private final Clock clock;

	RenewalCalling(RenewalCalls calls, Renewals renewals, RenewalWork work, TeamRecords records, Clock clock) {
		this.calls = calls;
		this.renewals = renewals;
		this.work = work;
		this.records = records;
		this.clock = clock;
	}

	/** How many would be asked in the current edition, and how far it has come. */
	@Transactional(readOnly = true)
	public RenewalFigures figures(Edition edition) {
		Optional<RenewalCall> call = this.calls.findById(edition.id());
		Optional<Edition> earlier = call.map(RenewalCall::earlier)
			.or(() -> this.renewals.findLastPledgedBefore(edition.year()));
		return new RenewalFigures(edition, earlier.orElse(null), call.orElse(null),
				this.renewals.countByEdition(edition),
				earlier.map((week) -> this.renewals.countToBeAsked(week, edition)).orElse(0L),
				this.renewals.countByEditionAndRenewedAtNotNull(edition));
	}

	/**
	 * Begins to ask, unless that is already under way.
	 * @param edition the current one
	 * @param seen the id of the one that the member saw
	 * @throws StaleForm if that is no longer current or takes no pledges
	 */
	@Transactional
	public void begin(Edition edition, UUID seen, String by) {
		if (!edition.id().equals(seen) || !edition.takesPledges()) {
			throw new StaleForm();
		}
		Edition earlier = this.renewals.findLastPledgedBefore(edition.year()).orElseThrow(StaleForm::new);
		Optional<RenewalCall> begun = this.calls.findForChange(seen);
		if (begun.isPresent() && begun.get().finishedAt() == null) {
			return;
		}
		begun.ifPresentOrElse(RenewalCall::beginAgain,
				() -> this.calls.saveAndFlush(new RenewalCall(edition, earlier, this.clock.instant())));
		this.records.add(by, seen, "began to ask who signed in " + earlier.year() + " to renew their pledge");
		AfterCommit.run(this.work::begin);
	}

}
