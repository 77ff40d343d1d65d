package org.awarenessweek.pledge.wall;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.awarenessweek.pledge.Pledge;
import org.awarenessweek.pledge.PledgeFollower;
import org.awarenessweek.pledge.PledgeState;
import org.awarenessweek.pledge.Signatory;
import org.awarenessweek.site.Columns;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps the wall's index in step with each pledge: its lines come and go with it, and its
 * organisation is noted.
 */
@Component
class WallLines implements PledgeFollower {

	private static final String TAKEN = "23";

	private final JdbcTemplate database;

	private final Clock clock;

	WallLines(JdbcTemplate database, Clock clock) {
		this.database = database;
		this.clock = clock;
	}

	@Override
	@Transactional(propagation = Propagation.MANDATORY)
	public void follow(Pledge pledge, PledgeState before) {
		Set<String> listed = terms(pledge, before.onWall() ? before.signatory() : null);
		Signatory shown = pledge.onWall() ? pledge.signatory() : null;
		Set<String> now = terms(pledge, shown);
		if (now.equals(listed)) {
			return;
		}
		if (!listed.isEmpty()) {
			this.database.update("delete from wall_line where pledge_id = ?", pledge.id());
		}
		List<Object[]> lines = now.stream().map((term) -> new Object[] { WallTerm.bytes(term), pledge.id() }).toList();
		this.database.batchUpdate("insert into wall_line (pledge_id, edition_id, term, confirmed_at) "
				+ "select id, edition_id, ?, confirmed_at from pledge where id = ?", lines);
		if (shown != null && shown.organisation() != null) {
			note(pledge.id(), shown.organisation());
		}
	}

	private static Set<String> terms(Pledge pledge, @Nullable Signatory shown) {
		return (shown != null) ? WallTerm.allOf(pledge.kind(), shown) : Set.of();
	}

	private void note(UUID pledge, String organisation) {
		byte[] term = WallTerm.at(organisation).first();
		this.database.update("update pledge_organisation set alone_since = null where alone_since is not null "
				+ "and edition_id = (select edition_id from pledge where id = ?) and term = ?", pledge, term);
		this.database.execute((Connection connection) -> {
			Savepoint before = connection.setSavepoint();
			try (PreparedStatement note = connection.prepareStatement(
					"""
							insert into pledge_organisation (edition_id, term, noted_at)
							select p.edition_id, l.term, ? from pledge p join wall_line l on l.pledge_id = p.id and l.term = ?
							where p.id = ? and not exists (
								select 1 from pledge_organisation o where o.edition_id = p.edition_id and o.term = l.term)""")) {
				note.setObject(1, Columns.moment(this.clock.instant()));
				note.setBytes(2, term);
				note.setObject(3, pledge);
				note.executeUpdate();
				connection.releaseSavepoint(before);
			}
			catch (SQLException ex) {
				connection.rollback(before);
				if (!String.valueOf(ex.getSQLState()).startsWith(TAKEN)) {
					throw ex;
				}
				// Someone else from it came at the same moment.
			}
			return null;
		});
	}

}
