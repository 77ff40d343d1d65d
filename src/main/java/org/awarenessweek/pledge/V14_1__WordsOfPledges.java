package org.awarenessweek.pledge;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import org.awarenessweek.mail.EmailAddress;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Component;

/** Gives the pledges that were there before the words that the team finds them by. */
@Component
class V14_1__WordsOfPledges extends BaseJavaMigration {

	private static final int AT_ONCE = 1000;

	@Override
	public void migrate(Context context) {
		JdbcTemplate database = new JdbcTemplate(new SingleConnectionDataSource(context.getConnection(), true));
		UUID last = new UUID(0, 0);
		for (List<Row> rows = next(database, last); !rows.isEmpty(); rows = next(database, last)) {
			SearchWords.add(database, rows.stream().flatMap(Row::words).toList());
			last = rows.getLast().id();
		}
	}

	private static List<Row> next(JdbcTemplate database, UUID last) {
		return database.query("""
				select id, name, organisation, address from pledge
				where name is not null and id > ? order by id limit ?""", Row::of, last, AT_ONCE);
	}

	/** A pledge, and what the team finds it by. */
	private record Row(UUID id, String name, @Nullable String organisation, @Nullable String address) {

		static Row of(ResultSet row, int number) throws SQLException {
			return new Row(row.getObject("id", UUID.class), row.getString("name"), row.getString("organisation"),
					row.getString("address"));
		}

		Stream<Object[]> words() {
			return SearchWords
				.of(this.name, this.organisation, (this.address != null) ? new EmailAddress(this.address) : null)
				.stream()
				.map((word) -> new Object[] { SearchWords.bytes(word), this.id });
		}

	}

}
