package org.awarenessweek.calendar;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.stream.Stream;

import org.awarenessweek.event.Event;
import org.awarenessweek.page.Moments;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * When pages begin to say that an event starts soon, is on now, or is over. One query
 * finds this, since every first page after a change waits for it.
 */
@Component
class EventMoments implements Moments {

	private static final String FIRST_START = "(select starts_at from event where listed = true and starts_at > ? "
			+ "order by listed, starts_at fetch first row only)";

	private static final String FIRST_END = FIRST_START.replace("starts_at", "ends_at");

	private final JdbcClient database;

	EventMoments(JdbcClient database) {
		this.database = database;
	}

	@Override
	public Stream<Instant> after(Instant now) {
		OffsetDateTime moment = now.atOffset(ZoneOffset.UTC);
		return this.database.sql("select " + FIRST_START + ", " + FIRST_START + ", " + FIRST_END)
			.params(moment.plus(Event.SOON), moment, moment)
			.query((row, number) -> Stream.of(moment(row, 1).map((start) -> start.minus(Event.SOON)), moment(row, 2),
					moment(row, 3)))
			.single()
			.flatMap(Optional::stream);
	}

	private static Optional<Instant> moment(ResultSet row, int column) throws SQLException {
		return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
	}

}
