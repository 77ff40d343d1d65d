package org.awarenessweek.work;

import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Changes many rows in batches, each in its own transaction, so that nobody waits for all
 * of them.
 */
@Component
public class Portions {

	/** How many rows one transaction changes. */
	public static final int SIZE = 500;

	private final TransactionTemplate transaction;

	Portions(TransactionTemplate transaction) {
		this.transaction = transaction;
	}

	/**
	 * Changes all rows that are found.
	 * @param next finds at most {@link #SIZE} more ids, after the last one given
	 * @param step changes these rows, in one transaction
	 * @return how many rows
	 */
	public int each(Function<@Nullable UUID, List<UUID>> next, Consumer<List<UUID>> step) {
		int done = 0;
		UUID last = null;
		List<UUID> some;
		do {
			some = next.apply(last);
			List<UUID> portion = some;
			if (!portion.isEmpty()) {
				this.transaction.executeWithoutResult((status) -> step.accept(portion));
				last = portion.getLast();
				done += portion.size();
			}
		}
		while (some.size() == SIZE);
		return done;
	}

}
