package org.awarenessweek.pledge.desk;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

import org.awarenessweek.edition.Edition;
import org.awarenessweek.site.Columns;
import org.awarenessweek.site.NotFound;
import org.awarenessweek.site.PlainEnglish;
import org.awarenessweek.team.TeamRecords;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Lets the team download a week's pledges. Preparing a file is recorded; the same member
 * can then fetch it once, within an hour. Progress is stored as it goes, so that the
 * whole team sees it, on every node.
 */
@Service
class PledgeExports {

	private static final Logger LOG = LoggerFactory.getLogger(PledgeExports.class);

	private static final Duration GOOD_FOR = Duration.ofHours(1);

	/** A download that stands still for longer is over. */
	private static final Duration STANDSTILL = Duration.ofMinutes(2);

	private static final long STEP = 10_000;

	private final JdbcClient database;

	private final PledgeCsv table;

	private final TeamRecords records;

	private final TransactionOperations transaction;

	private final Clock clock;

	PledgeExports(JdbcClient database, PledgeCsv table, TeamRecords records, TransactionOperations transaction,
			Clock clock) {
		this.database = database;
		this.table = table;
		this.records = records;
		this.transaction = transaction;
		this.clock = clock;
	}

	/** How many pledges of each week count, the latest week first. */
	List<Size> sizes() {
		return this.database.sql("""
				select e.calendar_year, coalesce(sum(counted.number), 0) from edition e left join (
					select edition_id, number from pledge_total where aspect = 'ALL'
					union all
					select edition_id, number from pledge_change) counted on counted.edition_id = e.id
				group by e.calendar_year order by e.calendar_year desc""")
			.query((row, number) -> new Size(row.getInt(1), row.getLong(2)))
			.list();
	}

	/** Prepares a file. */
	@Transactional
	public void prepare(Edition edition, String by) {
		long total = this.database.sql("select count(*) from pledge where edition_id = ?")
			.param(edition.id())
			.query(Long.class)
			.single();
		this.database.sql("""
				insert into pledge_export (id, edition_id, done_by, prepared_at, state, total, written, moved_at)
				values (?, ?, ?, ?, 'PREPARED', ?, 0, ?)""")
			.params(UUID.randomUUID(), edition.id(), by, now(), total, now())
			.update();
		this.records.add(by, edition.id(),
				"exported %s of %d".formatted(PlainEnglish.count(total, "pledge", "pledges"), edition.year()));
	}

	/** The latest ones of all members. */
	List<Export> latest() {
		return this.database.sql("""
				select x.id, e.calendar_year, x.done_by, x.prepared_at, x.state, x.total, x.written, x.moved_at
				from pledge_export x join edition e on e.id = x.edition_id
				order by x.prepared_at desc, x.id desc fetch first 10 rows only""").query(this::export).list();
	}

	/**
	 * Begins a download.
	 * @return the week's id
	 * @throws NotFound if this member has no such file to fetch
	 */
	@Transactional
	public UUID begin(UUID id, String by) {
		int begun = this.database
			.sql("update pledge_export set state = 'RUNNING', moved_at = ? "
					+ "where id = ? and done_by = ? and state = 'PREPARED' and prepared_at > ?")
			.params(now(), id, by, now().minus(GOOD_FOR))
			.update();
		if (begun == 0) {
			throw new NotFound();
		}
		return this.database.sql("select edition_id from pledge_export where id = ?")
			.param(id)
			.query(UUID.class)
			.single();
	}

	/** Writes a file; if its reader gives up, marks it as broken off. */
	void write(UUID id, UUID edition, OutputStream out) {
		State end = State.BROKEN_OFF;
		long[] written = { 0 };
		try {
			this.table.write(edition, out, (soFar) -> {
				if (soFar / STEP > written[0] / STEP) {
					note(id, State.RUNNING, soFar);
				}
				written[0] = soFar;
			});
			end = State.COMPLETE;
		}
		catch (IOException | UncheckedIOException ex) {
			LOG.info("An export was broken off after {} pledges by its reader", written[0]);
		}
		finally {
			note(id, end, written[0]);
		}
	}

	private void note(UUID id, State state, long written) {
		this.transaction.executeWithoutResult((status) -> this.database
			.sql("update pledge_export set state = ?, written = ?, moved_at = ? where id = ?")
			.params(state.name(), written, now(), id)
			.update());
	}

	private Export export(ResultSet row, int number) throws SQLException {
		State state = State.valueOf(row.getString("state"));
		OffsetDateTime moved = row.getObject("moved_at", OffsetDateTime.class);
		Duration still = (state == State.PREPARED) ? GOOD_FOR : STANDSTILL;
		if (state != State.COMPLETE && moved.isBefore(now().minus(still))) {
			state = State.BROKEN_OFF;
		}
		return new Export(row.getObject("id", UUID.class), row.getInt("calendar_year"), row.getString("done_by"),
				Columns.moment(row, "prepared_at"), state, row.getLong("total"), row.getLong("written"));
	}

	private OffsetDateTime now() {
		return Columns.moment(this.clock.instant());
	}

	/** How many pledges of a week count; its file has the others too. */
	record Size(int year, long pledges) {
	}

	/** One file, and how many of its pledges were sent. */
	record Export(UUID id, int year, String by, Instant preparedAt, State state, long total, long written) {
	}

	/** How far a file has come. */
	enum State {

		PREPARED, RUNNING, COMPLETE, BROKEN_OFF

	}

}
