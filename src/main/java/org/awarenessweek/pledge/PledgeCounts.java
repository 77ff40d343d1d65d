package org.awarenessweek.pledge;

import java.time.Clock;
import java.time.ZoneOffset;

import org.awarenessweek.site.SiteClock;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The book of what counts: a line for every pledge that begins to count or stops, written
 * in the transaction in which it does. No two lines are in each other's way, and their
 * sum is the count.
 */
@Component
class PledgeCounts {

	private final JdbcClient database;

	private final Clock clock;

	PledgeCounts(JdbcClient database, Clock clock) {
		this.database = database;
		this.clock = clock;
	}

	/** A pledge counts from now on. */
	@Transactional(propagation = Propagation.MANDATORY)
	public void begin(Pledge pledge) {
		add(pledge, pledge.signatory(), 1);
	}

	/**
	 * A pledge no longer counts.
	 * @param signatory whom it named while it did
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void end(Pledge pledge, @Nullable Signatory signatory) {
		add(pledge, signatory, -1);
	}

	/**
	 * A pledge that goes on as it is counts for another role or country from now on, or
	 * for none that is known.
	 * @param before whom it named until now
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void change(Pledge pledge, @Nullable Signatory before) {
		if (pledge.counts()) {
			end(pledge, before);
			begin(pledge);
		}
	}

	private void add(Pledge pledge, @Nullable Signatory signatory, int number) {
		this.database
			.sql("insert into pledge_change (edition_id, kind, role, country, confirmed_on, number, changed_at) "
					+ "values (?, ?, ?, ?, ?, ?, ?)")
			.params(pledge.edition().id(), pledge.kind().name())
			.param((signatory != null) ? signatory.role().name() : null)
			.param((signatory != null) ? signatory.country() : null)
			.params(pledge.confirmedAt().atZone(SiteClock.UK).toLocalDate(), number,
					this.clock.instant().atOffset(ZoneOffset.UTC))
			.update();
	}

}
