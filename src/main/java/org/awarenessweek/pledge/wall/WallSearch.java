package org.awarenessweek.pledge.wall;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import org.awarenessweek.edition.Edition;
import org.awarenessweek.pledge.PledgeKind;
import org.awarenessweek.pledge.PledgeRole;
import org.awarenessweek.site.Columns;
import org.awarenessweek.site.Cursor;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.web.server.ResponseStatusException;

/**
 * Reads the wall from its index: along the term with the fewest matches, ordered by term
 * and then newest first, keeping what the other terms match too. A pledge with several
 * matching words appears at the first. Each "order by" names all columns of its index:
 * otherwise H2 reads and sorts the whole wall.
 */
@Repository
public class WallSearch {

	/** Beyond this, terms rank as equal. */
	private static final int MANY = 10_000;

	private static final String COUNT = """
			(select count(*) from (
				select 1 from wall_line where edition_id = :edition and term >= :first%1$d and term <= :last%1$d
				limit :many) c%1$d) as n%1$d""";

	private static final String ALSO = """
			and exists (select 1 from wall_line o where o.pledge_id = l.pledge_id
				and o.term >= :first%1$d and o.term <= :last%1$d)
			""";

	private static final String FIRST_OF_ITS_WORDS = """
			and not exists (select 1 from wall_line b where b.pledge_id = l.pledge_id
				and b.term >= :first%1$d and b.term < l.term)
			""";

	private static final String LINES = """
			(select l.pledge_id, l.term, l.confirmed_at from wall_line l
			where l.edition_id = :edition and %s
			%s order by l.edition_id, %s limit :most)
			""";

	private static final String PLEDGES = """
			select l.term, l.confirmed_at, p.id, p.kind, p.name, p.role, p.other_role, p.organisation, d.words as deed
			from (%s) l join pledge p on p.id = l.pledge_id left join deed d on d.pledge_id = p.id and d.status = 'SHOWN'
			order by %s limit :most
			""";

	private final JdbcClient database;

	WallSearch(JdbcClient database) {
		this.database = database;
	}

	/** The latest names on the wall, newest first. */
	public List<String> latestNames(Edition edition, int most) {
		return find(edition, List.of(WallTerm.everyone()), null, false, most).stream().map(ShownPledge::name).toList();
	}

	/**
	 * What matches all terms, below a cursor or from the top, or above a cursor.
	 * @throws ResponseStatusException (422) if the cursor is under none of the terms
	 */
	List<ShownPledge> find(Edition edition, List<WallTerm> terms, @Nullable Cursor cursor, boolean upwards, int most) {
		return upwards
				? read(edition, terms, cursor, most, "l.term desc, l.confirmed_at, l.pledge_id",
						"l.term < :term and l.term >= :first%d",
						"l.term = :term and l.confirmed_at >= :at and (l.confirmed_at > :at or l.pledge_id > :id)")
				: read(edition, terms, cursor, most, "l.term, l.confirmed_at desc, l.pledge_id desc",
						"l.term > :term and l.term <= :last%d",
						"l.term = :term and l.confirmed_at <= :at and (l.confirmed_at < :at or l.pledge_id < :id)");
	}

	private List<ShownPledge> read(Edition edition, List<WallTerm> terms, @Nullable Cursor place, int most,
			String order, String otherTerms, String sameTerm) {
		int along = (place != null) ? along(terms, place) : fewest(edition, terms);
		WallTerm term = terms.get(along);
		StringBuilder conditions = new StringBuilder(term.whole() ? "" : FIRST_OF_ITS_WORDS.formatted(along));
		IntStream.range(0, terms.size())
			.filter((other) -> other != along)
			.forEach((other) -> conditions.append(ALSO.formatted(other)));
		List<String> parts = new ArrayList<>();
		if (place == null) {
			parts.add((term.whole() ? "l.term = :first%1$d" : "l.term >= :first%1$d and l.term <= :last%1$d")
				.formatted(along));
		}
		else {
			parts.add(sameTerm);
			if (!term.whole()) {
				parts.add(otherTerms.formatted(along));
			}
		}
		String lines = String.join("union all ",
				parts.stream().map((part) -> LINES.formatted(part, conditions, order)).toList());
		JdbcClient.StatementSpec statement = asking(PLEDGES.formatted(lines, order), edition, terms).param("most",
				most);
		if (place != null) {
			statement = statement.param("term", WallTerm.bytes(place.term()))
				.param("at", Columns.moment(place.at()))
				.param("id", place.id());
		}
		return statement.query(WallSearch::pledge).list();
	}

	/** The term that a place is under. */
	private static int along(List<WallTerm> terms, Cursor place) {
		return IntStream.range(0, terms.size())
			.filter((one) -> terms.get(one).finds(place.term()))
			.findFirst()
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.UNPROCESSABLE_CONTENT));
	}

	private int fewest(Edition edition, List<WallTerm> terms) {
		if (terms.size() == 1) {
			return 0;
		}
		List<String> counts = IntStream.range(0, terms.size()).mapToObj((one) -> COUNT.formatted(one)).toList();
		long[] found = asking("select " + String.join(", ", counts), edition, terms).param("many", MANY)
			.query((row, number) -> longs(row, terms.size()))
			.single();
		return IntStream.range(0, terms.size()).boxed().min(Comparator.comparing((one) -> found[one])).orElseThrow();
	}

	private JdbcClient.StatementSpec asking(String sql, Edition edition, List<WallTerm> terms) {
		JdbcClient.StatementSpec statement = this.database.sql(sql).param("edition", edition.id());
		for (int i = 0; i < terms.size(); i++) {
			statement = statement.param("first" + i, terms.get(i).first()).param("last" + i, terms.get(i).last());
		}
		return statement;
	}

	private static long[] longs(ResultSet row, int number) throws SQLException {
		long[] values = new long[number];
		for (int i = 0; i < number; i++) {
			values[i] = row.getLong(i + 1);
		}
		return values;
	}

	private static ShownPledge pledge(ResultSet row, int number) throws SQLException {
		Cursor place = new Cursor(Columns.moment(row, "confirmed_at"), row.getObject("id", UUID.class),
				WallTerm.read(row.getBytes("term")));
		PledgeKind kind = PledgeKind.valueOf(row.getString("kind"));
		return (kind == PledgeKind.ORGANISATION)
				? new ShownPledge(place, kind, row.getString("organisation"), null, null, null, row.getString("deed"))
				: new ShownPledge(place, kind, row.getString("name"), PledgeRole.valueOf(row.getString("role")),
						row.getString("other_role"), row.getString("organisation"), row.getString("deed"));
	}

}
