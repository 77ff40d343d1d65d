package org.awarenessweek.pledge;

/**
 * Keeps something in step with the pledges, such as the count or the wall.
 * {@link PledgeChanges} calls every follower for every change, in the same transaction.
 */
public interface PledgeFollower {

	/**
	 * Follows one change.
	 * @param pledge as it is now, locked
	 * @param before its state until now
	 */
	void follow(Pledge pledge, PledgeState before);

}
