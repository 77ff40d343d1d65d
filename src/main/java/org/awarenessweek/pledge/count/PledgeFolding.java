package org.awarenessweek.pledge.count;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Adds the ledger up into totals, every five seconds. A line is counted in the
 * transaction that deletes it, so nothing is lost or counted twice, however many nodes do
 * this and whenever one dies.
 */
@Service
class PledgeFolding {

	private static final int AT_ONCE = 1000;

	private final JdbcTemplate database;

	private final TransactionTemplate transaction;

	PledgeFolding(JdbcTemplate database, TransactionTemplate transaction) {
		this.database = database;
		this.transaction = transaction;
	}

	/** Adds up all lines. */
	@Scheduled(fixedDelay = 5, timeUnit = TimeUnit.SECONDS)
	void fold() {
		try {
			while (this.transaction.execute((status) -> foldSome()) == AT_ONCE) {
				// Goes on until none is left.
			}
		}
		catch (ConcurrencyFailureException | DuplicateKeyException ex) {
			// Another node is doing it.
		}
	}

	/**
	 * Adds up the oldest lines.
	 * @return how many there were
	 */
	int foldSome() {
		List<Line> lines = this.database.query("""
				select id, edition_id, kind, role, country, confirmed_on, number, changed_at
				from pledge_change order by id limit ?""", Line::of, AT_ONCE);
		int[] deleted = this.database.batchUpdate("delete from pledge_change where id = ?",
				lines.stream().map((line) -> new Object[] { line.id() }).toList());
		SortedMap<Key, Sum> sums = new TreeMap<>();
		for (int i = 0; i < deleted.length; i++) {
			if (deleted[i] == 1) {
				Line line = lines.get(i);
				line.keys().forEach((key) -> sums.merge(key, new Sum(line.number(), line.changedAt()), Sum::plus));
			}
		}
		sums.forEach(this::add);
		return lines.size();
	}

	private void add(Key key, Sum sum) {
		int updated = this.database.update("""
				update pledge_total set number = number + ?,
					changed_at = case when changed_at > ? then changed_at else ? end
				where edition_id = ? and aspect = ? and kind = ? and which = ?""", sum.number(), sum.changedAt(),
				sum.changedAt(), key.edition(), key.aspect(), key.kind(), key.which());
		if (updated == 0) {
			this.database.update(
					"insert into pledge_total (edition_id, aspect, kind, which, number, changed_at) "
							+ "values (?, ?, ?, ?, ?, ?)",
					key.edition(), key.aspect(), key.kind(), key.which(), sum.number(), sum.changedAt());
		}
	}

	/**
	 * Identifies a total. All nodes update totals in the same order, to avoid deadlocks.
	 */
	private record Key(UUID edition, String aspect, String kind, String which) implements Comparable<Key> {

		@Override
		public int compareTo(Key other) {
			return toString().compareTo(other.toString());
		}

	}

	/** What is added to a total. */
	private record Sum(long number, OffsetDateTime changedAt) {

		Sum plus(Sum other) {
			return new Sum(this.number + other.number,
					this.changedAt.isAfter(other.changedAt) ? this.changedAt : other.changedAt);
		}

	}

	/** A line of the ledger. */
	private record Line(long id, UUID edition, String kind, @Nullable String role, @Nullable String country,
			LocalDate confirmedOn, int number, OffsetDateTime changedAt) {

		static Line of(ResultSet row, int number) throws SQLException {
			return new Line(row.getLong("id"), row.getObject("edition_id", UUID.class), row.getString("kind"),
					row.getString("role"), row.getString("country"), row.getObject("confirmed_on", LocalDate.class),
					row.getInt("number"), row.getObject("changed_at", OffsetDateTime.class));
		}

		Stream<Key> keys() {
			return Stream
				.of(key("ALL", ""), key("DAY", this.confirmedOn.toString()), key("ROLE", this.role),
						key("COUNTRY", this.country))
				.flatMap((key) -> key);
		}

		private Stream<Key> key(String aspect, @Nullable String which) {
			return (which != null) ? Stream.of(new Key(this.edition, aspect, this.kind, which)) : Stream.empty();
		}

	}

}
