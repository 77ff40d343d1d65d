package org.awarenessweek.pledge;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

import org.awarenessweek.mail.EmailAddress;
import org.awarenessweek.text.Words;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Component;

/**
 * Makes anew what the wall and the team find pledges by, since all searches read words in
 * one way. Who said that they are of no organisation is of none.
 */
@Component
class V22__WordsOfPledgesReadInOneWay extends BaseJavaMigration {

	private static final int AT_ONCE = 1000;

	@Override
	public void migrate(Context context) {
		JdbcTemplate database = new JdbcTemplate(new SingleConnectionDataSource(context.getConnection(), true));
		forgetNone(database, "pledge");
		forgetNone(database, "pledge_signature");
		Stream.of("wall_line", "pledge_organisation", "pledge_word")
			.forEach((table) -> database.update("delete from " + table));
		UUID last = new UUID(0, 0);
		for (List<Row> rows = next(database, last); !rows.isEmpty(); rows = next(database, last)) {
			database.batchUpdate(
					"insert into wall_line (pledge_id, edition_id, term, confirmed_at) "
							+ "select id, edition_id, ?, confirmed_at from pledge where id = ?",
					rows.stream().flatMap(Row::lines).toList());
			SearchWords.add(database, rows.stream().flatMap(Row::words).toList());
			last = rows.getLast().id();
		}
		noteOrganisations(database);
	}

	private static void forgetNone(JdbcTemplate database, String table) {
		database
			.queryForList("select distinct organisation from " + table
					+ " where kind = 'MYSELF' and organisation is not null", String.class)
			.stream()
			.filter(Words::sayNone)
			.forEach((none) -> database.update(
					"update " + table + " set organisation = null where kind = 'MYSELF' and organisation = ?", none));
	}

	private static List<Row> next(JdbcTemplate database, UUID last) {
		return database.query("""
				select id, kind, name, address, role, other_role, organisation, country,
					status = 'CONFIRMED' and name_shown and not hidden and set_aside_id is null
				from pledge where name is not null and id > ? order by id limit ?""", Row::of, last, AT_ONCE);
	}

	/** Each with the first moment at which somebody of it was on the wall. */
	private static void noteOrganisations(JdbcTemplate database) {
		WallTerm all = WallTerm.organisations("");
		List<Object[]> notes = database.query(
				"select edition_id, term, min(confirmed_at) from wall_line where term >= ? and term <= ? "
						+ "group by edition_id, term",
				(row, number) -> new Object[] { row.getObject(1), row.getBytes(2), row.getObject(3) }, all.first(),
				all.last());
		database.batchUpdate("insert into pledge_organisation (edition_id, term, noted_at) values (?, ?, ?)",
				notes.stream().filter((note) -> !WallTerm.read((byte[]) note[1]).endsWith(WallTerm.OWN)).toList());
	}

	/** A pledge, and what it is found by. */
	private record Row(UUID id, PledgeKind kind, Signatory signatory, boolean onWall) {

		static Row of(ResultSet row, int number) throws SQLException {
			String address = row.getString("address");
			return new Row(row.getObject("id", UUID.class), PledgeKind.valueOf(row.getString("kind")),
					new Signatory(row.getString("name"),
							EmailAddress.isValid(address) ? new EmailAddress(address) : null,
							PledgeRole.valueOf(row.getString("role")), row.getString("other_role"),
							row.getString("organisation"), Objects.requireNonNull(row.getString("country")), true,
							false),
					row.getBoolean(9));
		}

		Stream<Object[]> lines() {
			return this.onWall ? WallTerm.allOf(this.kind, this.signatory)
				.stream()
				.map((term) -> new Object[] { WallTerm.bytes(term), this.id }) : Stream.empty();
		}

		Stream<Object[]> words() {
			return SearchWords.of(this.signatory)
				.stream()
				.map((word) -> new Object[] { SearchWords.bytes(word), this.id });
		}

	}

}
