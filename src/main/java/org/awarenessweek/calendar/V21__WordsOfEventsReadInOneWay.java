package org.awarenessweek.calendar;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

import org.awarenessweek.site.Country;
import org.awarenessweek.text.Words;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Component;

/**
 * Makes anew what is made of the words of events, since all searches read words in one
 * way: what the search looks through, and the address of the organiser's page. The
 * address that it had leads there still.
 */
@Component
class V21__WordsOfEventsReadInOneWay extends BaseJavaMigration {

	@Override
	public void migrate(Context context) {
		JdbcClient database = JdbcClient.create(new SingleConnectionDataSource(context.getConnection(), true));
		database.sql("""
				select id, title, description, organiser_name, organiser_organisation, place_address, place_postcode,
					place_country
				from event""").query(Made::of).list().forEach((made) -> {
			database.sql("update event set organiser_slug = ?, search_title = ?, search_text = ? where id = ?")
				.params(made.organiser(), made.title(), made.text(), made.id())
				.update();
			database.sql("""
					insert into event_organiser (slug, event_id)
					select organiser_slug, id from event e where id = ? and not exists (
						select 1 from event_organiser o where o.slug = e.organiser_slug and o.event_id = e.id)""")
				.params(made.id())
				.update();
		});
	}

	/** What is made of an event's words. */
	private record Made(UUID id, String organiser, String title, String text) {

		static Made of(ResultSet row, int number) throws SQLException {
			Organiser organiser = new Organiser(row.getString("organiser_name"),
					row.getString("organiser_organisation"), null);
			String title = row.getString("title");
			return new Made(row.getObject("id", UUID.class), organiser.slug(), Words.within(title),
					Words.within(title, row.getString("description"), organiser.publicName(),
							row.getString("place_address"), row.getString("place_postcode"),
							country(row.getString("place_country"))));
		}

		private static @Nullable String country(@Nullable String code) {
			return (code != null) ? Country.nameOf(code) : null;
		}

	}

}
