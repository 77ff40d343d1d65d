package org.awarenessweek.pledge;

import java.util.List;

import org.awarenessweek.edition.Edition;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * The names of organisations as they were spelled first, for those who sign after them:
 * of none that has nobody on the wall.
 */
@Repository
public class PledgeOrganisations {

	private static final String ON_THE_WALL = """
			exists (select 1 from wall_line l where l.edition_id = o.edition_id and l.term = o.term)
			""";

	private final JdbcClient database;

	PledgeOrganisations(JdbcClient database) {
		this.database = database;
	}

	/** The newest. */
	public List<String> newest(Edition edition, int most) {
		return this.database
			.sql("select o.name from pledge_organisation o where o.edition_id = ? and " + ON_THE_WALL
					+ "order by o.edition_id, o.noted_at desc, o.term limit ?")
			.params(edition.id(), most)
			.query((row, number) -> row.getString(1))
			.list();
	}

	/** Those whose names begin like this, from A to Z. */
	public List<String> beginning(Edition edition, String beginning, int most) {
		if (WallTerm.words(beginning).isEmpty()) {
			return List.of();
		}
		WallTerm term = WallTerm.organisations(beginning);
		return this.database
			.sql("select o.name from pledge_organisation o where o.edition_id = ? and o.term >= ? and o.term <= ? and "
					+ ON_THE_WALL + "order by o.edition_id, o.term limit ?")
			.params(edition.id(), term.first(), term.last(), most)
			.query((row, number) -> row.getString(1))
			.list();
	}

	/** Forgets, every night, the names of which nobody is on the wall any more. */
	@Scheduled(cron = "0 50 3 * * *", zone = "Europe/London")
	@Transactional
	void forget() {
		this.database.sql("delete from pledge_organisation o where not " + ON_THE_WALL).update();
	}

}
