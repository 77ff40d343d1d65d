package org.awarenessweek.calendar;

import java.util.UUID;

import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Component;

/**
 * Gives the events that were there before what is made of their words: what the search
 * looks through, and the address of their organiser's page.
 */
@Component
class V8__WordsOfEvents extends BaseJavaMigration {

	@Override
	public void migrate(Context context) {
		JdbcClient database = JdbcClient.create(new SingleConnectionDataSource(context.getConnection(), true));
		database.sql("""
				select id, title, description, organiser_name, organiser_organisation, place_address, place_postcode
				from event""").query((row, number) -> {
			Organiser organiser = new Organiser(row.getString("organiser_name"),
					row.getString("organiser_organisation"), null);
			return new Words(row.getObject("id", UUID.class), organiser.slug(),
					CalendarFilter.plain(row.getString("title")),
					Event.searchText(row.getString("title"), row.getString("description"), organiser.publicName(),
							row.getString("place_address"), row.getString("place_postcode")));
		}).list().forEach((words) -> {
			database.sql("update event set organiser_slug = ?, search_title = ?, search_text = ? where id = ?")
				.params(words.organiser(), words.title(), words.text(), words.id())
				.update();
			database.sql("insert into event_organiser (slug, event_id) values (?, ?)")
				.params(words.organiser(), words.id())
				.update();
		});
	}

	/** What is made of an event's words. */
	private record Words(UUID id, String organiser, String title, String text) {
	}

}
