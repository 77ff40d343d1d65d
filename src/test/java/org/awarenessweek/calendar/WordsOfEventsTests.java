package org.awarenessweek.calendar;

import java.sql.Connection;
import java.sql.DriverManager;

import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

import static org.assertj.core.api.Assertions.assertThat;

/** A site that has events already gets what the calendar is now found and filtered by. */
class WordsOfEventsTests {

	private static final String URL = "jdbc:h2:mem:before-the-filters;DB_CLOSE_DELAY=-1";

	@Test
	void areMadeForTheEventsThatWereThereBefore() throws Exception {
		Flyway before = Flyway.configure()
			.dataSource(URL, "", "")
			.locations("classpath:db/migration", "classpath:db/seed")
			.target("6")
			.load();
		before.migrate();
		try (Connection connection = DriverManager.getConnection(URL)) {
			JdbcClient database = JdbcClient.create(new SingleConnectionDataSource(connection, true));
			database.sql("""
					update event set title = 'Café für Eltern', place_format = 'IN_PERSON', place_address = 'Łódź',
						organiser_organisation = 'Siân’s Ŵyl' where event_day is not null""").update();
			Flyway.configure()
				.configuration(before.getConfiguration())
				.target("latest")
				.javaMigrations(new V8__WordsOfEvents(), new V21__WordsOfEventsReadInOneWay())
				.load()
				.migrate();
			assertThat(database.sql(
					"select organiser_slug, search_title, last_day, listed, revision from event where event_day is not null")
				.query()
				.singleRow()
				.values()).map(String::valueOf)
				.containsExactly("sians-wyl", "cafe fur eltern", "2021-06-08", "true", "0");
			assertThat(database.sql("select search_text from event where event_day is not null")
				.query(String.class)
				.single()).contains("cafe fur eltern", "lodz", "sians wyl", "reforms");
			assertThat(database.sql("select slug from event_organiser order by slug").query(String.class).list())
				.containsExactly("genesis-research-trust", "sians-wyl");
		}
	}

}
