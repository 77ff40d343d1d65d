package org.awarenessweek.pledge;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What the owner of a pledge has just done with it, as the page that follows says. Its
 * word stands in that page's address; the page says nothing that is not so any more.
 */
enum OwnChange {

	/** The name is off the wall. */
	HIDDEN((pledge) -> pledge.signatory() != null && !pledge.signatory().nameShown()),

	/** The name may be on the wall. */
	SHOWN((pledge) -> pledge.signatory() != null && pledge.signatory().nameShown()),

	/** What is kept is corrected. */
	CORRECTED((pledge) -> pledge.signatory() != null),

	/** Nobody writes to the owner any more. */
	STOPPED((pledge) -> pledge.signatory() != null && !pledge.signatory().mayWrite()),

	/** What the owner said that they did is deleted. */
	UNSAID((pledge) -> pledge.signatory() != null),

	/** Nothing names the owner any more. */
	ERASED((pledge) -> pledge.status() == PledgeStatus.CONFIRMED && pledge.signatory() == null),

	/** The pledge is withdrawn. */
	WITHDRAWN((pledge) -> pledge.status() == PledgeStatus.WITHDRAWN);

	private final Predicate<Pledge> holds;

	OwnChange(Predicate<Pledge> holds) {
		this.holds = holds;
	}

	/** As it stands in an address. */
	String word() {
		return name().toLowerCase(Locale.ROOT);
	}

	/** The change of this word, if it is one and what is kept still shows it. */
	static Optional<OwnChange> of(String word, Kept kept) {
		return Arrays.stream(values())
			.filter((change) -> change.word().equals(word) && change.holds.test(kept.pledge()))
			.filter((change) -> change != UNSAID || kept.deed() == null)
			.findFirst();
	}

}
