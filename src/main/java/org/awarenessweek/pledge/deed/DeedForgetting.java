package org.awarenessweek.pledge.deed;

import org.awarenessweek.page.Pages;
import org.awarenessweek.pledge.Pledge;
import org.awarenessweek.pledge.PledgeFollower;
import org.awarenessweek.pledge.PledgeState;

import org.springframework.stereotype.Component;

/**
 * Deletes what somebody said that they did: when they ask for it, and with their name.
 */
@Component
public class DeedForgetting implements PledgeFollower {

	private final Deeds deeds;

	private final Pages pages;

	DeedForgetting(Deeds deeds, Pages pages) {
		this.deeds = deeds;
		this.pages = pages;
	}

	@Override
	public void follow(Pledge pledge, PledgeState before) {
		if (before.isForgottenBy(pledge)) {
			delete(pledge);
		}
	}

	/** Deletes what the owner of a pledge said. */
	public void delete(Pledge pledge) {
		this.deeds.deleteByPledgeId(pledge.id());
		this.pages.forgetAfterCommit();
	}

}
