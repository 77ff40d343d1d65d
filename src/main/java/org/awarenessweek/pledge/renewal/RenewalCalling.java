package org.awarenessweek.pledge.renewal;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

import org.awarenessweek.edition.Edition;
import org.awarenessweek.edition.Editions;
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

	private final Editions editions;

	private final RenewalWork work;

	private final TeamRecords records;

	private final Clock clock;

	RenewalCalling(RenewalCalls calls, Renewals renewals, Editions editions, RenewalWork work, TeamRecords records,
			Clock clock) {
		this.calls = calls;
		this.renewals = renewals;
		this.editions = editions;
		this.work = work;
		this.records = records;
		this.clock = clock;
	}

	/** How many would be asked, and how far it has come. */
	@Transactional(readOnly = true)
	public RenewalFigures figures() {
		Edition edition = this.editions.current();
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
	 * @param editionId the edition that the member saw
	 * @throws StaleForm if that is no longer current or takes no pledges
	 */
	@Transactional
	public void begin(UUID editionId, String by) {
		Edition edition = this.editions.current();
		if (!edition.id().equals(editionId) || !edition.takesPledges()) {
			throw new StaleForm();
		}
		Edition earlier = this.renewals.findLastPledgedBefore(edition.year()).orElseThrow(StaleForm::new);
		Optional<RenewalCall> begun = this.calls.findForChange(editionId);
		if (begun.isPresent() && begun.get().finishedAt() == null) {
			return;
		}
		begun.ifPresentOrElse(RenewalCall::beginAgain,
				() -> this.calls.saveAndFlush(new RenewalCall(edition, earlier, this.clock.instant())));
		this.records.add(by, editionId, "began to ask who signed in " + earlier.year() + " to renew their pledge");
		AfterCommit.run(this.work::begin);
	}

}
