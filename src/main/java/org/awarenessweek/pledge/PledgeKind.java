package org.awarenessweek.pledge;

/** On whose behalf a pledge is signed; one address may sign one of each. */
public enum PledgeKind {

	/** A person, for themselves. */
	MYSELF,

	/** An organisation. The person who signs may speak for it, and is not shown. */
	ORGANISATION

}
