package org.awarenessweek.pledge;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

import org.awarenessweek.mail.EmailAddress;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Component;

/** Gives the pledges that were there before the words that the team finds them by. */
@Component
class V14_1__WordsOfPledges extends BaseJavaMigration {

	private static final int AT_ONCE = 10_000;

	@Override
	public void migrate(Context context) {
		JdbcTemplate database = new JdbcTemplate(new SingleConnectionDataSource(context.getConnection(), true));
		List<Object[]> words = database
			.query("select id, name, organisation, address from pledge where name is not null",
					V14_1__WordsOfPledges::words)
			.stream()
			.flatMap(List::stream)
			.toList();
		for (int i = 0; i < words.size(); i += AT_ONCE) {
			SearchWords.add(database, words.subList(i, Math.min(i + AT_ONCE, words.size())));
		}
	}

	private static List<Object[]> words(ResultSet row, int number) throws SQLException {
		UUID id = row.getObject("id", UUID.class);
		String address = row.getString("address");
		return SearchWords
			.of(row.getString("name"), row.getString("organisation"),
					(address != null) ? new EmailAddress(address) : null)
			.stream()
			.map((word) -> new Object[] { SearchWords.bytes(word), id })
			.toList();
	}

}
