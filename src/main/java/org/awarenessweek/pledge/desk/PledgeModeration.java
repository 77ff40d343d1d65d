package org.awarenessweek.pledge.desk;

import java.util.UUID;

import org.awarenessweek.pledge.Pledge;
import org.awarenessweek.pledge.PledgeChanges;
import org.awarenessweek.pledge.PledgeMails;
import org.awarenessweek.pledge.Pledges;
import org.awarenessweek.pledge.burst.SettingAside;
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
class PledgeModeration {

	private final Pledges pledges;

	private final SettingAside settingAside;

	private final PledgeChanges changes;

	private final PledgeMails mails;

	private final TeamRecords records;

	PledgeModeration(Pledges pledges, SettingAside settingAside, PledgeChanges changes, PledgeMails mails,
			TeamRecords records) {
		this.pledges = pledges;
		this.settingAside = settingAside;
		this.changes = changes;
		this.mails = mails;
		this.records = records;
	}

	/** Takes a pledge off the wall. */
	@Transactional
	public void hide(UUID id, int version, String by) {
		this.changes.hide(named(id, version));
		this.records.add(by, id, "hid a pledge from the wall");
	}

	/** Lets the wall show a pledge again, if its owner does. */
	@Transactional
	public void stopHiding(UUID id, int version, String by) {
		this.changes.stopHiding(named(id, version));
		this.records.add(by, id, "stopped hiding a pledge from the wall");
	}

	/** Stops counting a pledge for now. */
	@Transactional
	public void setAside(UUID id, int version, String reason, String by) {
		Pledge pledge = named(id, version);
		if (!pledge.counts()) {
			throw new StaleForm();
		}
		this.changes.setAside(pledge, this.settingAside.one(reason, by));
		this.records.add(by, id, "set a pledge aside: " + reason);
	}

	/** Counts a pledge again. */
	@Transactional
	public void bringBack(UUID id, int version, String by) {
		Pledge pledge = pledge(id, version);
		if (pledge.setAsideId() == null) {
			throw new StaleForm();
		}
		this.changes.bringBack(pledge);
		this.records.add(by, id, "brought a pledge back");
	}

	/**
	 * Erases everything that names a person. The pledge still counts, so the total stays
	 * true.
	 */
	@Transactional
	public void erase(UUID id, int version, String by) {
		this.changes.erase(named(id, version));
		this.mails.forgetMailsAndLinks(id);
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
		StaleForm.throwIfStale(version, pledge.version());
		return pledge;
	}

}
