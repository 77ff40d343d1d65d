package org.awarenessweek.calendar;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import org.awarenessweek.edition.Edition;
import org.awarenessweek.event.content.Audience;
import org.awarenessweek.event.content.Place;
import org.awarenessweek.event.content.Provision;
import org.awarenessweek.site.Columns;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Reads the calendar's index of a week in one query. It uses plain SQL: for so many rows,
 * an entity manager would take longer than all the rest of the page.
 */
@Repository
class Listings {

	private static final Provision.Column PROVISIONS = new Provision.Column();

	private final JdbcClient database;

	Listings(JdbcClient database) {
		this.database = database;
	}

	/** The index of events that have all the words; without words, of all. */
	Index index(Edition edition, List<String> words) {
		List<String> patterns = words.stream().map(CalendarCriteria::containing).toList();
		List<Object> parameters = new ArrayList<>(List.of(edition.id()));
		parameters.addAll(patterns);
		parameters.addAll(patterns);
		return new Index(this.database
			.sql("""
					select id, version, event_day, last_day, starts_at, ends_at, place_format, place_country,
						audience_group, free_of_charge, provisions, organiser_slug, series_id,
						status = 'PUBLISHED' as planned
					from event where edition_id = ? and listed %s
					order by %s edition_id, listed, event_day nulls last, pinned desc, starts_at, id""".formatted(
					"and search_text like ? escape '\\' ".repeat(words.size()),
					"case when search_title like ? escape '\\' then 0 else 1 end, ".repeat(words.size())))
			.params(parameters)
			.query(Listings::listing)
			.list());
	}

	private static Listing listing(ResultSet row, int number) throws SQLException {
		String audience = row.getString(9);
		return new Listing(row.getObject(1, UUID.class), row.getInt(2), row.getObject(3, LocalDate.class),
				row.getObject(4, LocalDate.class), moment(row, "starts_at"), moment(row, "ends_at"),
				row.getBoolean("planned"), Place.Format.valueOf(row.getString(7)), row.getString(8),
				(audience != null) ? Audience.valueOf(audience) : null, row.getBoolean(10),
				PROVISIONS.convertToEntityAttribute(row.getString(11)), row.getString(12),
				row.getObject(13, UUID.class));
	}

	private static Instant moment(ResultSet row, String column) throws SQLException {
		return Objects.requireNonNullElse(Columns.momentOrNull(row, column), Instant.MAX);
	}

}
