package org.awarenessweek.pledge.wall;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

import org.awarenessweek.edition.Edition;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The organisations on the wall, from A to Z. People are counted only for those that a
 * page shows.
 */
@Repository
class Organisations {

	private static final String START = WallTerm.organisations("").text();

	private static final String FOUND = """
			select term, %3$s, (select count(*) from wall_line l where l.edition_id = :edition and l.term = o.term),
				(select count(*) from wall_line l where l.edition_id = :edition and l.term = o.term || cast(:own as bytea))
			from (
				select edition_id, term, noted_at from pledge_organisation s
				where edition_id = :edition and %1$s
					and exists (select 1 from wall_line l where l.edition_id = :edition and l.term = s.term)
				order by edition_id, %2$s limit :most) o
			order by %2$s""";

	private static final String NAMED = "term >= :first and term <= :last and ";

	private final JdbcClient database;

	Organisations(JdbcClient database) {
		this.database = database;
	}

	/**
	 * Those whose names begin like this, after a place or from the start, or before one.
	 */
	List<Organisation> find(Edition edition, String beginning, @Nullable String place, boolean upwards, int most) {
		String sql = upwards ? FOUND.formatted(NAMED + "term < :place", "term desc", PledgeOrganisations.NAME)
				: FOUND.formatted(NAMED + "term > :place", "term", PledgeOrganisations.NAME);
		return read(sql, edition, beginning, (place != null) ? place : "", most);
	}

	/** The newest. */
	List<Organisation> newest(Edition edition, int most) {
		return this.database.sql(FOUND.formatted("true", "noted_at desc, term", PledgeOrganisations.NAME))
			.param("edition", edition.id())
			.param("own", WallTerm.bytes(WallTerm.OWN))
			.param("most", most)
			.query(Organisations::organisation)
			.list();
	}

	private List<Organisation> read(String sql, Edition edition, String beginning, String place, int most) {
		WallTerm term = WallTerm.organisations(beginning);
		return this.database.sql(sql)
			.param("edition", edition.id())
			.param("first", term.first())
			.param("last", term.last())
			.param("place", WallTerm.bytes(START + place))
			.param("own", WallTerm.bytes(WallTerm.OWN))
			.param("most", most)
			.query(Organisations::organisation)
			.list();
	}

	private static Organisation organisation(ResultSet row, int number) throws SQLException {
		long own = row.getLong(4);
		return new Organisation(WallTerm.read(row.getBytes(1)).substring(START.length()), row.getString(2),
				row.getLong(3) - own, own > 0);
	}

}
