package org.awarenessweek.pledge.count;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

import org.awarenessweek.edition.Edition;
import org.awarenessweek.pledge.PledgeKind;
import org.awarenessweek.pledge.PledgeRole;
import org.awarenessweek.site.Columns;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * How many pledges count. One statement reads the totals and the ledger lines not yet
 * added, so the count is always exact, and as fast for a million.
 */
@Repository
public class PledgeTotals {

	private final JdbcClient database;

	PledgeTotals(JdbcClient database) {
		this.database = database;
	}

	/** People and organisations, and when that last changed. */
	public PledgeTally tally(Edition edition) {
		return tally(this.database.sql("""
				select 'ALL' as aspect, '' as which, kind, sum(number) as number, max(changed_at) as changed_at from (
					select kind, number, changed_at from pledge_total where edition_id = ? and aspect = 'ALL'
					union all
					select kind, number, changed_at from pledge_change where edition_id = ?) counted
				group by kind""").params(edition.id(), edition.id()).query(Line::of).list());
	}

	/** How many count in each edition that has any, by its id. */
	public Map<UUID, Long> counts() {
		return this.database.sql("""
				select edition_id, sum(number) as number from (
					select edition_id, number from pledge_total where aspect = 'ALL'
					union all
					select edition_id, number from pledge_change) counted
				group by edition_id""")
			.query((row, number) -> Map.entry(row.getObject("edition_id", UUID.class), row.getLong("number")))
			.list()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
	}

	/** People and organisations of an edition, and all by day, role and country. */
	public PledgeNumbers numbers(Edition edition) {
		List<Line> lines = this.database.sql("""
				select aspect, which, kind, sum(number) as number, max(changed_at) as changed_at from (
					select aspect, which, kind, number, changed_at from pledge_total where edition_id = :edition
					union all
					select 'ALL', '', kind, number, changed_at from pledge_change where edition_id = :edition
					union all
					select 'DAY', cast(confirmed_on as varchar(40)), kind, number, changed_at
					from pledge_change where edition_id = :edition
					union all
					select 'ROLE', role, kind, number, changed_at
					from pledge_change where edition_id = :edition and role is not null
					union all
					select 'COUNTRY', country, kind, number, changed_at
					from pledge_change where edition_id = :edition and country is not null) counted
				group by aspect, which, kind
				having sum(number) > 0 or aspect = 'ALL'""").param("edition", edition.id()).query(Line::of).list();
		SortedMap<LocalDate, Long> days = new TreeMap<>();
		Map<PledgeRole, Long> roles = new EnumMap<>(PledgeRole.class);
		Map<String, Long> countries = new HashMap<>();
		for (Line line : lines) {
			switch (line.aspect()) {
				case "DAY" -> days.merge(LocalDate.parse(line.which()), line.number(), Long::sum);
				case "COUNTRY" -> countries.merge(line.which(), line.number(), Long::sum);
				case "ROLE" -> {
					if (line.kind() == PledgeKind.MYSELF) {
						roles.put(PledgeRole.valueOf(line.which()), line.number());
					}
				}
				default -> {
					// the sum of all
				}
			}
		}
		return new PledgeNumbers(tally(lines.stream().filter((line) -> line.aspect().equals("ALL")).toList()), days,
				roles, countries);
	}

	private static PledgeTally tally(List<Line> lines) {
		@Nullable Instant asOf = lines.stream().map(Line::changedAt).max(Comparator.naturalOrder()).orElse(null);
		return new PledgeTally(sum(lines, PledgeKind.MYSELF), sum(lines, PledgeKind.ORGANISATION), asOf);
	}

	private static long sum(List<Line> lines, PledgeKind kind) {
		return lines.stream().filter((line) -> line.kind() == kind).mapToLong(Line::number).sum();
	}

	/** One of the sums. */
	private record Line(String aspect, String which, PledgeKind kind, long number, Instant changedAt) {

		static Line of(ResultSet row, int number) throws SQLException {
			return new Line(row.getString("aspect"), row.getString("which"), PledgeKind.valueOf(row.getString("kind")),
					row.getLong("number"), Columns.moment(row, "changed_at"));
		}

	}

}
