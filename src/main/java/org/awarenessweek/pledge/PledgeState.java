package org.awarenessweek.pledge;

import org.jspecify.annotations.Nullable;

/**
 * A pledge at one moment, as followers see it.
 *
 * @param counts whether it was in the count
 * @param onWall whether its name was shown
 * @param signatory whom it named
 * @param addressKey the keyed hash of its mailbox
 */
public record PledgeState(boolean counts, boolean onWall, @Nullable Signatory signatory, @Nullable String addressKey) {

	/** Before it began. */
	public static final PledgeState NOTHING = new PledgeState(false, false, null, null);

	/** Whether a change since has made the pledge forget its owner, or its mailbox. */
	public boolean isForgottenBy(Pledge pledge) {
		return (this.signatory != null && pledge.signatory() == null)
				|| (this.addressKey != null && pledge.addressKey() == null);
	}

}
