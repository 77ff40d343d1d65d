package org.awarenessweek.pledge.deed;

import java.time.Clock;

import org.awarenessweek.page.Pages;
import org.awarenessweek.pledge.Pledge;
import org.awarenessweek.pledge.PledgeFollower;
import org.awarenessweek.pledge.PledgeState;

import org.springframework.stereotype.Component;

/**
 * What people say that they did: stored, and deleted when they ask for it and with their
 * name.
 */
@Component
public class OwnDeeds implements PledgeFollower {

	private final Deeds deeds;

	private final Pages pages;

	private final Clock clock;

	OwnDeeds(Deeds deeds, Pages pages, Clock clock) {
		this.deeds = deeds;
		this.pages = pages;
		this.clock = clock;
	}

	@Override
	public void follow(Pledge pledge, PledgeState before) {
		if (before.isForgottenBy(pledge)) {
			delete(pledge);
		}
	}

	/** The same words change nothing; new ones replace them and wait for the team. */
	public void say(Pledge pledge, String words) {
		if (this.deeds.findByPledgeId(pledge.id()).filter((said) -> said.words().equals(words)).isEmpty()) {
			this.deeds.deleteByPledgeId(pledge.id());
			this.deeds.save(new Deed(pledge, words, this.clock.instant()));
		}
	}

	/** Deletes what the owner of a pledge said. */
	public void delete(Pledge pledge) {
		this.deeds.deleteByPledgeId(pledge.id());
		this.pages.forgetAfterCommit();
	}

}
