package org.awarenessweek.pledge;

/** On whose behalf a pledge is signed; one address may sign both. */
public enum PledgeKind {

	/** A person, for themselves. */
	MYSELF,

	/**
	 * An organisation, through a person who may speak for it and whose name is not shown.
	 */
	ORGANISATION

}
