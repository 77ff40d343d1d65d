package org.awarenessweek.pledge;

import org.awarenessweek.edition.Edition;
import org.jspecify.annotations.Nullable;

/**
 * How far asking for renewals has come in an edition.
 *
 * @param edition in which people may renew
 * @param earlier in which they signed; nothing where nobody has signed before
 * @param call that the team has begun it, if it has
 * @param asked how many were asked
 * @param toAsk how many may still be asked
 * @param renewed how many have renewed since
 */
record RenewalFigures(Edition edition, @Nullable Edition earlier, @Nullable RenewalCall call, long asked, long toAsk,
		long renewed) {

	/** Whether somebody is being asked just now. */
	public boolean underWay() {
		return this.call != null && this.call.finishedAt() == null;
	}

	/** Whether the team may begin it, for the first time or for those who came since. */
	public boolean mayBegin() {
		return this.edition.takesPledges() && this.toAsk > 0 && !underWay();
	}

}
