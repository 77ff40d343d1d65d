import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

import javax.sql.DataSource;

import org.awarenessweek.AwarenessWeekApplication;

import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.context.annotation.Bean;

/**
 * How fast 64 connections commit the row of a signature, with nothing before it: through
 * the site's own connections, so that on an H2 file each commit is as durable as the
 * site's, in one statement that commits itself, with values as long as there.
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
	ApplicationRunner commit(DataSource database) {
		return (arguments) -> {
			Thread.sleep(2000);
			rate(database, Integer.parseInt(arguments.getNonOptionArgs().getFirst()));
			System.out.println("COMMITS " + rate(database, Integer.parseInt(arguments.getNonOptionArgs().getLast())));
			System.exit(0);
		};
	}

	private static long rate(DataSource database, int seconds) {
		AtomicLong commits = new AtomicLong();
		long end = System.nanoTime() + seconds * 1_000_000_000L;
		try (var all = Executors.newFixedThreadPool(CONNECTIONS)) {
			for (int i = 0; i < CONNECTIONS; i++) {
				all.submit(() -> {
					try (Connection connection = database.getConnection()) {
						commitUntil(end, connection, commits);
					}
					return null;
				});
			}
		}
		return commits.get() / seconds;
	}

	private static void commitUntil(long end, Connection connection, AtomicLong commits) throws SQLException {
		UUID edition;
		try (var select = connection.createStatement(); var found = select.executeQuery("select id from edition where calendar_year = 2021")) {
			found.next();
			edition = found.getObject(1, UUID.class);
		}
		try (var insert = connection.prepareStatement(ROW)) {
			while (System.nanoTime() < end) {
				UUID id = UUID.randomUUID();
				insert.setObject(1, id);
				insert.setObject(2, edition);
				String hash = (id + "" + id).replace("-", "");
				String key = hash.substring(0, 43);
				insert.setString(3, key);
				insert.setString(4, key);
				insert.setString(5, id + "@example.org");
				insert.setString(6, hash);
				insert.executeUpdate();
				commits.incrementAndGet();
			}
		}
	}

}
