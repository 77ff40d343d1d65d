package org.awarenessweek.door;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import org.awarenessweek.site.Columns;
import org.awarenessweek.work.RetryOnConflict;

import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Counts attempts within a time window in the database, for all nodes together, and
 * refuses those over a limit. A window begins with the first attempt. Who made them is
 * known by a keyed hash only. Without the database nothing is allowed: what is limited
 * could not be stored either.
 */
@Component
public class Attempts {

	private final JdbcClient database;

	private final SigningKey key;

	private final Clock clock;

	public Attempts(JdbcClient database, SigningKey key, Clock clock) {
		this.database = database;
		this.key = key;
		this.clock = clock;
	}

	/**
	 * Counts one attempt, and commits it.
	 * @param who makes it, and what it is
	 * @param most how many are allowed
	 * @param window the time window
	 * @throws TooManyRequests when none is left
	 */
	@RetryOnConflict
	@Transactional
	public void count(String who, int most, Duration window) {
		String hash = hash(who);
		Instant now = this.clock.instant();
		Optional<Counted> before = this.database.sql("select number, ends_at from attempt where who_hash = ?")
			.param(hash)
			.query((row, at) -> new Counted(row.getInt(1), Columns.moment(row, "ends_at")))
			.optional();
		if (before.isEmpty()) {
			this.database.sql("insert into attempt (who_hash, number, ends_at) values (?, 1, ?)")
				.params(hash, Columns.moment(now.plus(window)))
				.update();
		}
		else if (!before.get().isIn(now, window)) {
			change("number = 1, ends_at = ? where who_hash = ? and ends_at = ?", Columns.moment(now.plus(window)), hash,
					Columns.moment(before.get().endsAt()));
		}
		else if (before.get().number() < most) {
			change("number = number + 1 where who_hash = ? and ends_at = ? and number < ?", hash,
					Columns.moment(before.get().endsAt()), most);
		}
		else {
			throw new TooManyRequests(Duration.between(now, before.get().endsAt()));
		}
	}

	/** Resets a count, as after a success. */
	@Transactional
	public void forget(String who) {
		this.database.sql("delete from attempt where who_hash = ?").param(hash(who)).update();
	}

	@Transactional
	@Scheduled(fixedDelay = 1, timeUnit = TimeUnit.HOURS)
	void clear() {
		this.database.sql("delete from attempt where ends_at <= ?")
			.param(Columns.moment(this.clock.instant()))
			.update();
	}

	private void change(String change, Object... values) {
		if (this.database.sql("update attempt set " + change).params(values).update() == 0) {
			throw new OptimisticLockingFailureException("another request of the same sender was counted meanwhile");
		}
	}

	private String hash(String who) {
		return this.key.sign("attempt " + who);
	}

	private record Counted(int number, Instant endsAt) {

		/**
		 * A window that ends later than any could was begun before the clock was set
		 * back.
		 */
		boolean isIn(Instant now, Duration window) {
			return this.endsAt.isAfter(now) && !this.endsAt.isAfter(now.plus(window));
		}

	}

}
