package org.awarenessweek.pledge;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Component;

/** Puts the pledges that were on the wall before into its index. */
@Component
class V12_1__LinesOfTheWall extends BaseJavaMigration {

	private static final int AT_ONCE = 1000;

	@Override
	public void migrate(Context context) {
		JdbcTemplate database = new JdbcTemplate(new SingleConnectionDataSource(context.getConnection(), true));
		UUID last = new UUID(0, 0);
		for (List<Row> rows = next(database, last); !rows.isEmpty(); rows = next(database, last)) {
			List<Object[]> lines = new ArrayList<>();
			List<Object[]> organisations = new ArrayList<>();
			for (Row row : rows) {
				WallTerm.allOf(row.kind(), row.signatory())
					.forEach((term) -> lines.add(new Object[] { WallTerm.bytes(term), row.id() }));
				if (row.signatory().organisation() != null) {
					byte[] term = WallTerm.at(row.signatory().organisation()).first();
					organisations.add(new Object[] { row.signatory().organisation(), row.id(), term, term });
				}
			}
			database.batchUpdate("insert into wall_line (pledge_id, edition_id, term, confirmed_at) "
					+ "select id, edition_id, ?, confirmed_at from pledge where id = ?", lines);
			database.batchUpdate("""
					insert into pledge_organisation (edition_id, term, name, noted_at)
					select p.edition_id, l.term, ?, p.confirmed_at
					from pledge p join wall_line l on l.pledge_id = p.id
					where p.id = ? and l.term = ? and not exists (
						select 1 from pledge_organisation o where o.edition_id = p.edition_id and o.term = ?)""",
					organisations);
			last = rows.getLast().id();
		}
	}

	private static List<Row> next(JdbcTemplate database, UUID last) {
		return database.query("""
				select id, kind, name, role, other_role, organisation, country from pledge
				where status = 'CONFIRMED' and name_shown and not hidden and set_aside_id is null and name is not null
					and id > ? order by id limit ?""", Row::of, last, AT_ONCE);
	}

	/** A pledge that is on the wall, and what it is listed by. */
	private record Row(UUID id, PledgeKind kind, Signatory signatory) {

		static Row of(ResultSet row, int number) throws SQLException {
			return new Row(row.getObject("id", UUID.class), PledgeKind.valueOf(row.getString("kind")),
					new Signatory(row.getString("name"), null, PledgeRole.valueOf(row.getString("role")),
							row.getString("other_role"), row.getString("organisation"),
							Objects.requireNonNull(row.getString("country")), true, false));
		}

	}

}
