package org.awarenessweek.pledge;

import org.awarenessweek.edition.Edition;

/**
 * What a mailed link to renew opens.
 *
 * @param earlier the pledge of the earlier edition
 * @param edition the edition in which it may be renewed
 * @param state whether it may be, or why not
 */
record RenewalOffer(Pledge earlier, Edition edition, State state) {

	/** Whether a pledge may be renewed. */
	enum State {

		/** One button does it. */
		OPEN,

		/** It was, by this link. */
		RENEWED,

		/** Its owner has signed in the later edition by other means. */
		ALREADY,

		/** Its owner has withdrawn it, or the one that renewed it. */
		WITHDRAWN,

		/** Nothing names its owner any more, or says where to write. */
		FORGOTTEN,

		/** The team does not count it for now. */
		SET_ASIDE,

		/** The edition takes no pledges, now or any more. */
		CLOSED

	}

	/** Whether the address has a pledge in the later edition. */
	public boolean held() {
		return this.state == State.RENEWED || this.state == State.ALREADY;
	}

}
