package org.awarenessweek.pledge.renewal;

import org.awarenessweek.edition.Edition;
import org.jspecify.annotations.Nullable;

/**
 * How far an edition's renewals have come.
 *
 * @param edition in which people may renew
 * @param earlier in which they signed; {@code null} if nobody has before
 * @param call the team's request, if it has begun
 * @param asked how many were asked
 * @param toAsk how many may still be asked
 * @param renewed how many have renewed since
 */
record RenewalFigures(Edition edition, @Nullable Edition earlier, @Nullable RenewalCall call, long asked, long toAsk,
		long renewed) {

	/** Whether people are being asked now. */
	public boolean underWay() {
		return this.call != null && this.call.finishedAt() == null;
	}

	/** Whether the team may begin, for the first time or for newcomers. */
	public boolean mayBegin() {
		return this.edition.takesPledges() && this.toAsk > 0 && !underWay();
	}

}
