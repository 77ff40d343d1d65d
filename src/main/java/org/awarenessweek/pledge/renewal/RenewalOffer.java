package org.awarenessweek.pledge.renewal;

import org.awarenessweek.edition.Edition;
import org.awarenessweek.pledge.Pledge;

/**
 * What an emailed renewal link opens.
 *
 * @param earlier the pledge of the earlier edition
 * @param edition the edition in which it may be renewed
 * @param state whether it may be renewed, or why not
 */
record RenewalOffer(Pledge earlier, Edition edition, State state) {

	/** Whether a pledge may be renewed. */
	enum State {

		/** It may, with one button. */
		OPEN,

		/** Renewed, by this link. */
		RENEWED,

		/** Its owner has signed in the later edition in another way. */
		ALREADY,

		/** Its owner has withdrawn it, or its renewal. */
		WITHDRAWN,

		/** It no longer names its owner, or has no address. */
		FORGOTTEN,

		/** The team does not count it for now. */
		SET_ASIDE,

		/** The edition takes no pledges, or is no longer current. */
		CLOSED

	}

	/** Whether the address has a pledge in the later edition. */
	public boolean held() {
		return this.state == State.RENEWED || this.state == State.ALREADY;
	}

}
