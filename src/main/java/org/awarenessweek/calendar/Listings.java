package org.awarenessweek.calendar;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.awarenessweek.edition.Edition;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What the calendar's index holds of all events of a week, read in one question. It is
 * asked of the database itself: an entity manager would take longer over so many rows
 * than all the rest of the page.
 */
@Repository
class Listings {

	private static final Provision.Column PROVISIONS = new Provision.Column();

	private final JdbcClient database;

	Listings(JdbcClient database) {
		this.database = database;
	}

	/** What a filter finds, and what each other choice would. */
	Found find(Edition edition, CalendarFilter filter) {
		List<String> words = filter.words().stream().map(CalendarCriteria::containing).toList();
		List<Object> parameters = new ArrayList<>(List.of(edition.id()));
		parameters.addAll(words);
		parameters.addAll(words);
		return new Found(filter,
				this.database
					.sql("""
							select id, event_day, last_day, place_format, place_country, audience_group, free_of_charge, provisions
							from event where edition_id = ? and listed %s
							order by %s edition_id, listed, event_day nulls last, pinned desc, starts_at, id"""
						.formatted("and search_text like ? escape '\\' ".repeat(words.size()),
								"case when search_title like ? escape '\\' then 0 else 1 end, ".repeat(words.size())))
					.params(parameters)
					.query(Listings::listing)
					.list());
	}

	private static Listing listing(ResultSet row, int number) throws SQLException {
		String audience = row.getString(6);
		return new Listing(row.getObject(1, UUID.class), row.getObject(2, LocalDate.class),
				row.getObject(3, LocalDate.class), Place.Format.valueOf(row.getString(4)), row.getString(5),
				(audience != null) ? Audience.valueOf(audience) : null, row.getBoolean(7),
				PROVISIONS.convertToEntityAttribute(row.getString(8)));
	}

}
