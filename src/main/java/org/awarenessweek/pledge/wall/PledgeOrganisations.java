package org.awarenessweek.pledge.wall;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.awarenessweek.edition.Edition;
import org.awarenessweek.site.Columns;
import org.awarenessweek.text.Words;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Names of organisations, suggested to people who sign. Each is spelled as by its first
 * person now on the wall; an organisation with nobody there is left out.
 */
@Repository
public class PledgeOrganisations {

	/** SQL for an organisation's spelling on the wall; its alias must be o. */
	public static final String NAME = """
			(select p.organisation from pledge p where p.id = (
				select l.pledge_id from wall_line l where l.edition_id = o.edition_id and l.term = o.term
				order by l.edition_id, l.term desc, l.confirmed_at, l.pledge_id limit 1))
			""";

	private static final Duration LONG_ENOUGH = Duration.ofHours(1);

	private static final String ON_THE_WALL = """
			exists (select 1 from wall_line l where l.edition_id = o.edition_id and l.term = o.term)
			""";

	private final JdbcClient database;

	private final Clock clock;

	PledgeOrganisations(JdbcClient database, Clock clock) {
		this.database = database;
		this.clock = clock;
	}

	/** The newest. */
	public List<String> newest(Edition edition, int most) {
		return this.database
			.sql("select " + NAME + "from pledge_organisation o where o.edition_id = ? and " + ON_THE_WALL
					+ "order by o.edition_id, o.noted_at desc, o.term limit ?")
			.params(edition.id(), most)
			.query((row, number) -> row.getString(1))
			.list();
	}

	/** Those whose names begin like this, from A to Z. */
	public List<String> beginning(Edition edition, String beginning, int most) {
		if (Words.of(beginning).isEmpty()) {
			return List.of();
		}
		WallTerm term = WallTerm.organisations(beginning);
		return this.database
			.sql("select " + NAME
					+ "from pledge_organisation o where o.edition_id = ? and o.term >= ? and o.term <= ? and "
					+ ON_THE_WALL + "order by o.edition_id, o.term limit ?")
			.params(edition.id(), term.first(), term.last(), most)
			.query((row, number) -> row.getString(1))
			.list();
	}

	/**
	 * Forgets, every night, organisations that have had nobody on the wall since the
	 * night before. A newcomer clears {@code alone_since} first, so is not missed while
	 * their lines are uncommitted.
	 */
	@Scheduled(cron = "0 50 3 * * *", zone = "Europe/London")
	@Transactional
	void forget() {
		Instant now = this.clock.instant();
		this.database.sql("delete from pledge_organisation o where o.alone_since < ? and not " + ON_THE_WALL)
			.param(Columns.moment(now.minus(LONG_ENOUGH)))
			.update();
		this.database
			.sql("update pledge_organisation o set alone_since = ? where o.alone_since is null and not " + ON_THE_WALL)
			.param(Columns.moment(now))
			.update();
	}

}
