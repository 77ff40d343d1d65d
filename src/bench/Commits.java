import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

import org.awarenessweek.AwarenessWeekApplication;

import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * How fast 64 threads commit the row of a signature, with nothing before it: in the
 * site's own transactions, so that on an H2 file each commit is as durable as the site's,
 * with values as long as there.
 * Prints {@code COMMITS} and how many a second, once it is warm.
 *
 * {@code java -cp (the site) Commits.java WARM SECONDS (settings of the site)}
 */
public final class Commits {

	private static final int CONNECTIONS = 64;

	private static final String ROW = """
			insert into pledge_signature (id, version, edition_id, kind, status, address_key, network_key, domain, name, address,
				role, country, name_shown, may_write, handle_hash, signed_at)
			values (?, 0, ?, 'MYSELF', 'KNOWN', ?, ?, 'example.org', 'Ada Byron', ?, 'MIDWIFE', 'GB-ENG', true, false, ?,
				current_timestamp)""";

	public static void main(String[] arguments) {
		// Spring makes proxies in this thread's loader, which otherwise is that of this file alone
		Thread.currentThread().setContextClassLoader(AwarenessWeekApplication.class.getClassLoader());
		SpringApplication.from(AwarenessWeekApplication::main).with(Commits.class).run(arguments);
	}

	@Bean
	ApplicationRunner commit(JdbcClient database, TransactionOperations transaction) {
		return (arguments) -> {
			Thread.sleep(2000);
			UUID edition = database.sql("select id from edition where calendar_year = 2021").query(UUID.class).single();
			Runnable one = () -> transaction.executeWithoutResult((status) -> insert(database, edition));
			rate(one, Integer.parseInt(arguments.getNonOptionArgs().getFirst()));
			System.out.println("COMMITS " + rate(one, Integer.parseInt(arguments.getNonOptionArgs().getLast())));
			System.exit(0);
		};
	}

	private static long rate(Runnable one, int seconds) {
		AtomicLong commits = new AtomicLong();
		long end = System.nanoTime() + seconds * 1_000_000_000L;
		try (var all = Executors.newFixedThreadPool(CONNECTIONS)) {
			for (int i = 0; i < CONNECTIONS; i++) {
				all.submit(() -> {
					while (System.nanoTime() < end) {
						one.run();
						commits.incrementAndGet();
					}
				});
			}
		}
		return commits.get() / seconds;
	}

	private static void insert(JdbcClient database, UUID edition) {
		UUID id = UUID.randomUUID();
		String hash = (id + "" + id).replace("-", "");
		String key = hash.substring(0, 43);
		database.sql(ROW).params(id, edition, key, key, id + "@example.org", hash).update();
	}

}
