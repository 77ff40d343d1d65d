package org.awarenessweek.pledge.mine;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

import org.awarenessweek.pledge.Pledge;
import org.awarenessweek.pledge.PledgeStatus;

/**
 * What the owner has just changed, for the message on the next page. The page's address
 * carries the word; the message is shown only while it is still true.
 */
enum OwnChange {

	/** The name is off the wall. */
	HIDDEN((pledge) -> pledge.signatory() != null && !pledge.signatory().nameShown()),

	/** The name may be on the wall. */
	SHOWN((pledge) -> pledge.signatory() != null && pledge.signatory().nameShown()),

	/** The details are corrected. */
	CORRECTED((pledge) -> pledge.signatory() != null),

	/** We no longer write to the owner. */
	STOPPED((pledge) -> pledge.signatory() != null && !pledge.signatory().mayWrite()),

	/** The owner's deed is deleted. */
	UNSAID((pledge) -> pledge.signatory() != null),

	/** Nothing names the owner any more. */
	ERASED((pledge) -> pledge.status() == PledgeStatus.CONFIRMED && pledge.signatory() == null),

	/** The pledge is withdrawn. */
	WITHDRAWN((pledge) -> pledge.status() == PledgeStatus.WITHDRAWN);

	private final Predicate<Pledge> holds;

	OwnChange(Predicate<Pledge> holds) {
		this.holds = holds;
	}

	/** The word in an address. */
	String word() {
		return name().toLowerCase(Locale.ROOT);
	}

	/** The change with this word, if it exists and is still true. */
	static Optional<OwnChange> of(String word, PledgeRecord kept) {
		return Arrays.stream(values())
			.filter((change) -> change.word().equals(word) && change.holds.test(kept.pledge()))
			.filter((change) -> change != UNSAID || kept.deed() == null)
			.findFirst();
	}

}
