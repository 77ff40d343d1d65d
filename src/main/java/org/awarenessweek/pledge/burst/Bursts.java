package org.awarenessweek.pledge.burst;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.awarenessweek.pledge.burst.Burst.Span;
import org.awarenessweek.site.Columns;
import org.awarenessweek.work.BackgroundWork;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The bursts of the last 30 days; after that, networks are forgotten. A background thread
 * searches once a minute, or less often when a search takes long, and at once when the
 * team has set something aside on any node. Callers get the latest result without
 * waiting.
 */
@Repository
class Bursts extends BackgroundWork {

	private static final Duration LOOKED_BACK = Duration.ofDays(30);

	/** How often this node asks whether it is to search. */
	private static final Duration ASKED = Duration.ofSeconds(1);

	private static final Duration SHORTEST_REST = Duration.ofMinutes(1);

	/** The pause after a search, as a multiple of its duration. */
	private static final int REST = 20;

	/** Only the largest; once they are dealt with, others follow. */
	private static final int MOST = 100;

	private static final Comparator<Burst> LARGEST_FIRST = Comparator.comparingInt(Burst::total)
		.reversed()
		.thenComparing((burst) -> burst.window().from(), Comparator.reverseOrder());

	private static final String IN_WINDOW = " from pledge where SOURCE = :key and signed_at >= :from and signed_at < :until "
			+ "and set_aside_id is null and confirmed_at <= :confirmed";

	private final JdbcClient database;

	private final BurstSearch search;

	private final Clock clock;

	private volatile Instant rests = Instant.EPOCH;

	private volatile Instant looked = Instant.EPOCH;

	/** How far all batches had come before the latest search. */
	private volatile long moved;

	private volatile Found latest = new Found(null, Map.of());

	Bursts(JdbcClient database, BurstSearch search, Clock clock) {
		super("bursts", 1, ASKED);
		this.database = database;
		this.search = search;
		this.clock = clock;
	}

	/** What was found last. */
	Found latest() {
		return this.latest;
	}

	/** One burst, which another node may have found since this one searched. */
	Optional<Burst> one(String id) {
		return this.latest.one(id).or(() -> {
			look();
			return this.latest.one(id);
		});
	}

	@Override
	protected void beginByItself() {
		Instant now = this.clock.instant();
		if (!now.isBefore(this.rests) || now.isBefore(this.looked) || moved() != this.moved) {
			begin();
		}
	}

	@Override
	protected boolean doNext() {
		look();
		return false;
	}

	/** One at a time, so that an older result never replaces a newer one. */
	synchronized void look() {
		Instant now = this.clock.instant();
		this.moved = moved();
		Map<Span, List<Burst>> found = this.search.since(now.minus(LOOKED_BACK));
		found.replaceAll((span, bursts) -> bursts.stream().sorted(LARGEST_FIRST).limit(MOST).toList());
		this.latest = new Found(now, found);
		Instant done = this.clock.instant();
		this.looked = now;
		Duration rest = Duration.between(now, done).multipliedBy(REST);
		this.rests = done.plus((rest.compareTo(SHORTEST_REST) > 0) ? rest : SHORTEST_REST);
	}

	/** A number that grows with each batch that begins or ends. */
	private long moved() {
		return this.database.sql("""
				select coalesce(sum(case state when 'SETTING_ASIDE' then 1 when 'DONE' then 2
					when 'BRINGING_BACK' then 3 else 4 end), 0) from pledge_set_aside""").query(Long.class).single();
	}

	/** How many from a source count, of those confirmed by some moment. */
	int count(BurstWindow window, Instant confirmedBy) {
		return inWindow("select count(*)" + IN_WINDOW, window, confirmedBy).query(Integer.class).single();
	}

	/** The first of them that signed. */
	List<UUID> some(BurstWindow window, Instant confirmedBy, int most) {
		return inWindow("select id" + IN_WINDOW + " order by SOURCE, signed_at fetch first :most rows only", window,
				confirmedBy)
			.param("most", most)
			.query((row, number) -> row.getObject(1, UUID.class))
			.list();
	}

	private JdbcClient.StatementSpec inWindow(String sql, BurstWindow window, Instant confirmedBy) {
		return this.database.sql(sql.replace("SOURCE", window.source().column()))
			.param("key", window.key())
			.param("from", Columns.moment(window.from()))
			.param("until", Columns.moment(window.until()))
			.param("confirmed", Columns.moment(confirmedBy));
	}

	/**
	 * What was found, largest first.
	 *
	 * @param asOf when; {@code null} before the first search
	 * @param bursts per hour and per day
	 */
	record Found(@Nullable Instant asOf, Map<Span, List<Burst>> bursts) {

		List<Burst> per(Span span) {
			return this.bursts.getOrDefault(span, List.of());
		}

		Optional<Burst> one(String id) {
			return this.bursts.values()
				.stream()
				.flatMap(List::stream)
				.filter((burst) -> burst.id().equals(id))
				.findFirst();
		}

	}

}
