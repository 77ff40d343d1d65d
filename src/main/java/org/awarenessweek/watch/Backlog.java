package org.awarenessweek.watch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.BaseUnits;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.awarenessweek.pledge.count.PledgeTotals;
import org.awarenessweek.site.Columns;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Figures from the database: what waits and since when, emails that were given up,
 * pledges that count, and the size of it all. It is asked every ten seconds at most, and
 * a scrape waits a second for it at most: without an answer, a figure is {@code NaN}.
 */
@Component
@ConditionalOnWebApplication
class Backlog implements MeterBinder {

	/**
	 * The queues of the background work, each with its size and its oldest entry. All are
	 * found by an index, or are small.
	 */
	private static final String QUEUES = """
			select 'emails' as name, count(*) as number, min(created_at) as since
			from outgoing_mail where status = 'WAITING'
			union all
			select 'emails-given-up', count(*), min(created_at) from outgoing_mail where status = 'GIVEN_UP'
			union all
			select 'signatures', count(*), min(signed_at) from pledge_signature where status = 'NEW'
			union all
			select 'pledge-changes', count(*), min(changed_at) from pledge_change
			union all
			select 'set-asides', count(*), min(done_at)
			from pledge_set_aside where state in ('SETTING_ASIDE', 'BRINGING_BACK')
			union all
			select 'renewals', count(*), min(begun_at) from renewal_call where finished_at is null""";

	private static final String GIVEN_UP = "emails-given-up";

	private static final Duration PATIENCE = Duration.ofSeconds(1);

	private static final Duration FRESHNESS = Duration.ofSeconds(10);

	private final JdbcClient database;

	private final PledgeTotals pledges;

	private final Disk disk;

	private final Clock clock;

	private final Question<Figures> figures;

	Backlog(JdbcClient database, PledgeTotals pledges, Disk disk, Clock clock) {
		this.database = database;
		this.pledges = pledges;
		this.disk = disk;
		this.clock = clock;
		this.figures = new Question<>(this::ask, PATIENCE, FRESHNESS, clock);
	}

	private Figures ask() {
		Map<String, Queue> queues = this.database.sql(QUEUES)
			.query((row, number) -> new Queue(row.getString("name"), row.getLong("number"),
					Columns.momentOrNull(row, "since")))
			.list()
			.stream()
			.collect(Collectors.toMap(Queue::name, (queue) -> queue));
		return new Figures(queues, this.pledges.counts().values().stream().mapToLong(Long::longValue).sum(),
				this.disk.databaseSize(this.database));
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		for (String name : List.of("emails", "signatures", "pledge-changes", "set-asides", "renewals")) {
			gauge("queue.size", (figures) -> figures.queue(name).size()).tag("queue", name)
				.description("What waits in the database for the background")
				.register(registry);
			gauge("queue.age", (figures) -> figures.queue(name).age(this.clock.instant())).tag("queue", name)
				.description("How long the oldest of it has waited")
				.baseUnit("seconds")
				.register(registry);
		}
		gauge("emails.given.up", (figures) -> figures.queue(GIVEN_UP).size())
			.description("Emails of the last 14 days that could not be delivered")
			.register(registry);
		gauge("pledges", Figures::pledges).description("Confirmed pledges that count, of all years").register(registry);
		gauge("database.size", Figures::size).description("What the database takes of its disk")
			.baseUnit(BaseUnits.BYTES)
			.register(registry);
	}

	private Gauge.Builder<?> gauge(String name, ToDoubleFunction<Figures> figure) {
		return Gauge.builder(name, this.figures,
				(asked) -> asked.answer().map(figure::applyAsDouble).orElse(Double.NaN));
	}

	/** What the database answered. */
	private record Figures(Map<String, Queue> queues, long pledges, double size) {

		Queue queue(String name) {
			return this.queues.getOrDefault(name, new Queue(name, 0, null));
		}

	}

	/** One queue, and since when its oldest entry has waited. */
	private record Queue(String name, long size, @Nullable Instant since) {

		double age(Instant now) {
			return (this.since != null) ? Math.max(0, Duration.between(this.since, now).toMillis() / 1000d) : 0;
		}

	}

}
