package org.awarenessweek.pledge.count;

import java.time.Clock;
import java.util.Objects;

import org.awarenessweek.pledge.Pledge;
import org.awarenessweek.pledge.PledgeFollower;
import org.awarenessweek.pledge.PledgeState;
import org.awarenessweek.pledge.Signatory;
import org.awarenessweek.site.Columns;
import org.awarenessweek.text.HomeZone;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The ledger of the count: a line for every pledge that starts or stops counting, written
 * in the same transaction. No line blocks another, and their sum is the count.
 */
@Component
class PledgeLedger implements PledgeFollower {

	private final JdbcClient database;

	private final Clock clock;

	PledgeLedger(JdbcClient database, Clock clock) {
		this.database = database;
		this.clock = clock;
	}

	@Override
	@Transactional(propagation = Propagation.MANDATORY)
	public void follow(Pledge pledge, PledgeState before) {
		if (before.counts() && pledge.counts()
				&& Objects.equals(group(before.signatory()), group(pledge.signatory()))) {
			return;
		}
		if (before.counts()) {
			add(pledge, before.signatory(), -1);
		}
		if (pledge.counts()) {
			add(pledge, pledge.signatory(), 1);
		}
	}

	/** What a person is counted by, besides kind and day. */
	private static @Nullable String group(@Nullable Signatory signatory) {
		return (signatory != null) ? signatory.role() + " " + signatory.country() : null;
	}

	private void add(Pledge pledge, @Nullable Signatory signatory, int number) {
		this.database
			.sql("insert into pledge_change (edition_id, kind, role, country, confirmed_on, number, changed_at) "
					+ "values (?, ?, ?, ?, ?, ?, ?)")
			.params(pledge.edition().id(), pledge.kind().name())
			.param((signatory != null) ? signatory.role().name() : null)
			.param((signatory != null) ? signatory.country() : null)
			.params(pledge.confirmedAt().atZone(HomeZone.get()).toLocalDate(), number,
					Columns.moment(this.clock.instant()))
			.update();
	}

}
