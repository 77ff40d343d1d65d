package org.awarenessweek.pledge.deed;

import org.awarenessweek.pledge.Pledge;
import org.awarenessweek.pledge.PledgeFollower;
import org.awarenessweek.pledge.PledgeState;

import org.springframework.stereotype.Component;

/** Deletes a deed once its pledge names nobody. */
@Component
class DeedForgetting implements PledgeFollower {

	private final Deeds deeds;

	DeedForgetting(Deeds deeds) {
		this.deeds = deeds;
	}

	@Override
	public void follow(Pledge pledge, PledgeState before) {
		if (before.signatory() != null && pledge.signatory() == null) {
			this.deeds.deleteByPledgeId(pledge.id());
		}
	}

}
