package org.awarenessweek.pledge.burst;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

import org.awarenessweek.site.NotFound;
import org.awarenessweek.site.PlainEnglish;
import org.awarenessweek.site.StaleForm;
import org.awarenessweek.team.TeamRecords;
import org.awarenessweek.work.AfterCommit;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets the team set aside whole bursts, and bring back whole batches. Members see how
 * many pledges an action affects, and it affects no others.
 */
@Service
public class SettingAside {

	private final SetAsides batches;

	private final Bursts bursts;

	private final TeamRecords records;

	private final SettingAsideWork work;

	private final Clock clock;

	SettingAside(SetAsides batches, Bursts bursts, TeamRecords records, SettingAsideWork work, Clock clock) {
		this.batches = batches;
		this.bursts = bursts;
		this.records = records;
		this.work = work;
		this.clock = clock;
	}

	/**
	 * Begins to set aside all pledges of a source that count by now.
	 * @param number how many the member was shown
	 * @return the batch
	 * @throws StaleForm if there are more or fewer by now, or none
	 */
	@Transactional
	UUID begin(BurstWindow window, int number, String reason, String by) {
		Instant now = this.clock.instant();
		int found = this.bursts.count(window, now);
		if (found == 0 || found != number) {
			throw new StaleForm();
		}
		SetAside batch = this.batches.save(new SetAside(reason, by, now, window, number));
		this.records.add(by, batch.id(),
				"set aside %s from %s, signed from %s to %s: %s".formatted(
						PlainEnglish.count(number, "pledge", "pledges"), window.words(),
						PlainEnglish.moment(window.from()), PlainEnglish.moment(window.until()), reason));
		AfterCommit.run(this.work::begin);
		return batch.id();
	}

	/**
	 * A batch for one pledge, which the caller sets aside.
	 * @return its id
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public UUID one(String reason, String by) {
		return this.batches.save(new SetAside(reason, by, this.clock.instant())).id();
	}

	/**
	 * Begins to bring back a whole batch.
	 * @param number how many the member was shown
	 * @throws StaleForm if there are more or fewer by now, or none
	 */
	@Transactional
	void bringBack(UUID id, int number, String by) {
		SetAside batch = this.batches.findForChange(id).orElseThrow(NotFound::new);
		long found = this.batches.size(id).all();
		if (batch.state() != SetAside.State.DONE || found == 0 || found != number) {
			throw new StaleForm();
		}
		batch.bringBack();
		this.records.add(by, id, "brought back " + PlainEnglish.count(number, "pledge", "pledges"));
		AfterCommit.run(this.work::begin);
	}

}
