package org.awarenessweek.pledge;

import java.time.Clock;
import java.util.UUID;

import org.awarenessweek.site.NotFound;
import org.awarenessweek.site.StaleForm;
import org.awarenessweek.team.TeamRecords;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the team does with pledges. Every method refuses to act on a pledge that has
 * changed since it was looked at.
 */
@Service
class PledgeCare {

	private final Pledges pledges;

	private final SetAsides batches;

	private final PledgeCounts counts;

	private final PledgeForgetting forgetting;

	private final PledgeMails mails;

	private final TeamRecords records;

	private final Clock clock;

	PledgeCare(Pledges pledges, SetAsides batches, PledgeCounts counts, PledgeForgetting forgetting, PledgeMails mails,
			TeamRecords records, Clock clock) {
		this.pledges = pledges;
		this.batches = batches;
		this.counts = counts;
		this.forgetting = forgetting;
		this.mails = mails;
		this.records = records;
		this.clock = clock;
	}

	/** Takes a pledge off the wall. */
	@Transactional
	public void hide(UUID id, int version, String by) {
		named(id, version).hide();
		this.records.add(by, id, "hid a pledge from the wall");
	}

	/** Lets a pledge be on the wall again, if its owner does. */
	@Transactional
	public void stopHiding(UUID id, int version, String by) {
		named(id, version).stopHiding();
		this.records.add(by, id, "stopped hiding a pledge from the wall");
	}

	/** Does not count a pledge for now. */
	@Transactional
	public void setAside(UUID id, int version, String reason, String by) {
		Pledge pledge = named(id, version);
		if (!pledge.counts()) {
			throw new StaleForm();
		}
		pledge.setAside(this.batches.save(new SetAside(reason, by, this.clock.instant())).id());
		this.counts.end(pledge, pledge.signatory());
		this.records.add(by, id, "set a pledge aside: " + reason);
	}

	/** Counts a pledge again. */
	@Transactional
	public void bringBack(UUID id, int version, String by) {
		Pledge pledge = pledge(id, version);
		if (pledge.setAsideId() == null) {
			throw new StaleForm();
		}
		pledge.bringBack();
		this.counts.begin(pledge);
		this.records.add(by, id, "brought a pledge back");
	}

	/**
	 * Erases everything that names a person; the pledge goes on counting, so that the
	 * total stays true.
	 */
	@Transactional
	public void erase(UUID id, int version, String by) {
		Pledge pledge = named(id, version);
		this.forgetting.forget(pledge);
		this.mails.forgetMailsAndLinks(id);
		Signatory erased = pledge.signatory();
		pledge.erase();
		this.counts.change(pledge, erased);
		this.records.add(by, id, "erased the person from a pledge");
	}

	private Pledge named(UUID id, int version) {
		Pledge pledge = pledge(id, version);
		if (pledge.signatory() == null) {
			throw new StaleForm();
		}
		return pledge;
	}

	private Pledge pledge(UUID id, int version) {
		Pledge pledge = this.pledges.findForChange(id).orElseThrow(NotFound::new);
		StaleForm.refuse(version, pledge.version());
		return pledge;
	}

}
