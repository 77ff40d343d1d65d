package org.awarenessweek.pledge;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import org.awarenessweek.pledge.Burst.Span;
import org.awarenessweek.pledge.BurstPlace.Source;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Where many signed together in the last 30 days; after that, networks are forgotten. The
 * whole is looked through at most once a minute, along an index of each source.
 */
@Repository
class Bursts {

	private static final Duration LOOKED_BACK = Duration.ofDays(30);

	private static final Duration GOOD_FOR = Duration.ofMinutes(1);

	/** The largest; whoever has looked at these looks again. */
	private static final int MOST = 100;

	/**
	 * A burst has at least half of its size among the pledges or among the signatures, so
	 * only what comes from a source with so many is looked at by hours or days.
	 */
	private static final String FIND = """
			with many as (
				select SOURCE as source from pledge
				where SOURCE is not null and SOURCE not in (:ordinary) group by SOURCE having count(*) * 2 >= :threshold
				union
				select SOURCE from pledge_signature
				where SOURCE is not null and SOURCE not in (:ordinary) group by SOURCE having count(*) * 2 >= :threshold)
			select source, span, sum(counting), sum(aside), sum(unconfirmed) from (
				select p.SOURCE as source, cast(floor(extract(epoch from p.signed_at) / :seconds) as bigint) as span,
					case when p.set_aside_id is null then 1 else 0 end as counting,
					case when p.set_aside_id is null then 0 else 1 end as aside, 0 as unconfirmed
				from many join pledge p on p.SOURCE = many.source where p.signed_at >= :since
				union all
				select s.SOURCE, cast(floor(extract(epoch from s.signed_at) / :seconds) as bigint), 0, 0, 1
				from many join pledge_signature s on s.SOURCE = many.source
				where s.signed_at >= :since and s.status in ('NEW', 'MAILED')) arrivals
			group by source, span having count(*) >= :threshold""";

	private static final String IN_PLACE = " from pledge where SOURCE = :key and signed_at >= :from and signed_at < :until "
			+ "and set_aside_id is null and confirmed_at <= :confirmed";

	private final JdbcClient database;

	private final BurstSettings settings;

	private final Clock clock;

	private Found latest = new Found(Instant.EPOCH, Map.of());

	Bursts(JdbcClient database, BurstSettings settings, Clock clock) {
		this.database = database;
		this.settings = settings;
		this.clock = clock;
	}

	/** What there was at most a minute ago. */
	synchronized Found latest() {
		Instant now = this.clock.instant();
		if (!this.latest.isFresh(now)) {
			Map<Span, List<Burst>> found = new EnumMap<>(Span.class);
			for (Span span : Span.values()) {
				found.put(span,
						Arrays.stream(Source.values())
							.flatMap((source) -> find(source, span, now.minus(LOOKED_BACK)))
							.sorted(Comparator.comparingInt(Burst::total)
								.reversed()
								.thenComparing((burst) -> burst.place().from(), Comparator.reverseOrder()))
							.limit(MOST)
							.toList());
			}
			this.latest = new Found(now, found);
		}
		return this.latest;
	}

	/** Makes the next who asks look again. */
	synchronized void forget() {
		this.latest = new Found(Instant.EPOCH, Map.of());
	}

	/** How many in a place count, of those that were confirmed by some moment. */
	int count(BurstPlace place, Instant confirmedBy) {
		return inPlace("select count(*)" + IN_PLACE, place, confirmedBy).query(Integer.class).single();
	}

	/** Some of them, the first that signed. */
	List<UUID> some(BurstPlace place, Instant confirmedBy, int most) {
		return inPlace("select id" + IN_PLACE + " order by SOURCE, signed_at fetch first :most rows only", place,
				confirmedBy)
			.param("most", most)
			.query((row, number) -> row.getObject(1, UUID.class))
			.list();
	}

	private Stream<Burst> find(Source source, Span span, Instant since) {
		return this.database.sql(FIND.replace("SOURCE", source.column()))
			.param("ordinary", (source == Source.DOMAIN) ? this.settings.ordinaryDomains() : List.of(""))
			.param("threshold", this.settings.threshold(span))
			.param("seconds", span.seconds())
			.param("since", column(since))
			.query((row, number) -> new Burst(span.place(source, row.getString(1), row.getLong(2)), row.getInt(3),
					row.getInt(4), row.getInt(5)))
			.list()
			.stream();
	}

	private JdbcClient.StatementSpec inPlace(String sql, BurstPlace place, Instant confirmedBy) {
		return this.database.sql(sql.replace("SOURCE", place.source().column()))
			.param("key", place.key())
			.param("from", column(place.from()))
			.param("until", column(place.until()))
			.param("confirmed", column(confirmedBy));
	}

	private static OffsetDateTime column(Instant instant) {
		return instant.atOffset(ZoneOffset.UTC);
	}

	/**
	 * What was found, the largest first.
	 *
	 * @param asOf when
	 * @param bursts by the hour and by the day
	 */
	record Found(Instant asOf, Map<Span, List<Burst>> bursts) {

		boolean isFresh(Instant now) {
			return !now.isBefore(this.asOf) && now.isBefore(this.asOf.plus(GOOD_FOR));
		}

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
