package org.awarenessweek.pledge.burst;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.awarenessweek.pledge.burst.Burst.Span;
import org.awarenessweek.pledge.burst.BurstWindow.Source;
import org.awarenessweek.site.Columns;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Searches all arrivals for bursts: first finds the sources with enough for one, along an
 * index, then reads when each source's arrivals came. It ignores the clock's hours and
 * days: a burst begins with a signature, and no pledge is in two of them.
 */
@Repository
class BurstSearch {

	/** How many sources one statement looks at. */
	private static final int AT_ONCE = 500;

	private static final int FETCHED_AT_ONCE = 1000;

	/** At least half of a burst is among the pledges, or among the signatures. */
	private static final String ENOUGH = "group by SOURCE having count(*) * 2 >= :least";

	private static final String PLEDGES = "from pledge where SOURCE is not null and signed_at >= :since ";

	/** A join: H2 would compare each row with all of an "in" list. */
	private static final String OF_SOME = "select SOURCE, signed_at, set_aside_id "
			+ "from unnest(cast(:keys as varchar array)) as wanted(wanted_source) "
			+ "join pledge on SOURCE = wanted_source where signed_at >= :since";

	private static final String WAITING = "from pledge_signature where SOURCE is not null and signed_at >= :since "
			+ "and status in ('NEW', 'MAILED') ";

	private final JdbcClient database;

	private final BurstSettings settings;

	BurstSearch(JdbcClient database, BurstSettings settings) {
		this.database = database;
		this.settings = settings;
	}

	/** All that began since a moment. */
	@Transactional(readOnly = true)
	Map<Span, List<Burst>> since(Instant since) {
		Map<Span, List<Burst>> found = new EnumMap<>(Span.class);
		for (Span span : Span.values()) {
			found.put(span, new ArrayList<>());
		}
		for (Source source : Source.values()) {
			List<String> sources = sourcesWithEnough(source, since);
			Map<String, List<Arrival>> waiting = waiting(source, new HashSet<>(sources), since);
			for (int from = 0; from < sources.size(); from += AT_ONCE) {
				List<String> some = sources.subList(from, Math.min(from + AT_ONCE, sources.size()));
				arrivals(source, some, since, waiting).forEach(
						(key, arrivals) -> found.forEach((span, bursts) -> add(bursts, source, key, arrivals, span)));
			}
		}
		return found;
	}

	private List<String> sourcesWithEnough(Source source, Instant since) {
		int least = Math.min(this.settings.perHour(), this.settings.perDay());
		Set<String> keys = new HashSet<>();
		for (String table : List.of(PLEDGES, WAITING)) {
			keys.addAll(ask(source, "select SOURCE " + table + ENOUGH, since).param("least", least)
				.query(String.class)
				.list());
		}
		if (source == Source.DOMAIN) {
			keys.removeAll(this.settings.ordinaryDomains());
		}
		return List.copyOf(keys);
	}

	/** There is no index for these, so they are all read at once. */
	private Map<String, List<Arrival>> waiting(Source source, Set<String> keys, Instant since) {
		Map<String, List<Arrival>> waiting = new HashMap<>();
		if (!keys.isEmpty()) {
			ask(source, "select SOURCE, signed_at " + WAITING, since).query((row) -> {
				String key = row.getString(1);
				if (keys.contains(key)) {
					waiting.computeIfAbsent(key, (none) -> new ArrayList<>())
						.add(new Arrival(Columns.moment(row, "signed_at"), false, false));
				}
			});
		}
		return waiting;
	}

	private Map<String, List<Arrival>> arrivals(Source source, List<String> keys, Instant since,
			Map<String, List<Arrival>> waiting) {
		Map<String, List<Arrival>> arrivals = new HashMap<>();
		keys.forEach((key) -> arrivals.put(key, waiting.getOrDefault(key, new ArrayList<>())));
		ask(source, OF_SOME, since).param("keys", keys.toArray(String[]::new)).query((row) -> {
			arrivals.computeIfAbsent(row.getString(1), (none) -> new ArrayList<>())
				.add(new Arrival(Columns.moment(row, "signed_at"), true, row.getObject(3) != null));
		});
		arrivals.values().forEach((list) -> list.sort(Comparator.comparing(Arrival::at)));
		return arrivals;
	}

	private JdbcClient.StatementSpec ask(Source source, String sql, Instant since) {
		return this.database.sql(sql.replace("SOURCE", source.column()))
			.withFetchSize(FETCHED_AT_ONCE)
			.param("since", Columns.moment(since));
	}

	private void add(List<Burst> bursts, Source source, String key, List<Arrival> arrivals, Span span) {
		int threshold = this.settings.threshold(span);
		int first = 0;
		while (first + threshold <= arrivals.size()) {
			BurstWindow window = span.window(source, key, arrivals.get(first).at());
			int end = first + threshold;
			if (window.until().isAfter(arrivals.get(end - 1).at())) {
				while (end < arrivals.size() && window.until().isAfter(arrivals.get(end).at())) {
					end++;
				}
				bursts.add(burst(window, arrivals.subList(first, end)));
				first = end;
			}
			else {
				first++;
			}
		}
	}

	private static Burst burst(BurstWindow window, List<Arrival> arrivals) {
		int confirmed = (int) arrivals.stream().filter(Arrival::confirmed).count();
		int aside = (int) arrivals.stream().filter(Arrival::aside).count();
		return new Burst(window, confirmed - aside, aside, arrivals.size() - confirmed);
	}

	/** A signature, which is a pledge if confirmed. */
	private record Arrival(Instant at, boolean confirmed, boolean aside) {
	}

}
