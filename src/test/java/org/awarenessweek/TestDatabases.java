package org.awarenessweek;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariConfigMXBean;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import org.springframework.boot.jdbc.DataSourceUnwrapper;
import org.springframework.context.ApplicationEvent;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextRefreshedEvent;
import org.springframework.core.env.MapPropertySource;

import static java.util.Objects.requireNonNull;

/**
 * A new database for each application context: H2 in memory or, with
 * {@code -Dtests.database=postgresql}, one on a real PostgreSQL that is started once for
 * all tests.
 */
public final class TestDatabases {

	/**
	 * The tag of all tests that use one: the build runs these on each kind of database.
	 */
	public static final String TAG = "database";

	private static final long PATIENCE = Background.PATIENCE.toMillis();

	private TestDatabases() {
	}

	/** The URL of a new database of this run's kind. */
	public static String newUrl() {
		return isPostgres() ? newPostgres() : "jdbc:h2:mem:" + name() + ";DB_CLOSE_DELAY=-1;USER=sa";
	}

	/** Whether this run's databases are on PostgreSQL. */
	public static boolean isPostgres() {
		return "postgresql".equals(System.getProperty("tests.database"));
	}

	/** The URL of a new and empty database on PostgreSQL. */
	public static String newPostgres() {
		return Server.newDatabase();
	}

	private static void use(ConfigurableApplicationContext context, String url) {
		// Lets QueryCount see the statements
		context.getBeanFactory().registerSingleton("statements", new Statements());
		context.getEnvironment()
			.getPropertySources()
			.addFirst(new MapPropertySource("database",
					Map.of("spring.datasource.url", url, "spring.datasource.hikari.maximum-pool-size", 5,
							"spring.datasource.hikari.connection-timeout",
							context.getEnvironment().getProperty("tests.connection-timeout", Long.class, PATIENCE),
							"spring.test.database.replace", "none")));
		context.addApplicationListener(TestDatabases::closeWhatMigrated);
	}

	/**
	 * A running site soon closes its first connections, and what they made must work
	 * without them.
	 */
	private static void closeWhatMigrated(ApplicationEvent event) {
		if (event instanceof ContextRefreshedEvent refreshed) {
			refreshed.getApplicationContext()
				.getBeanProvider(DataSource.class)
				.stream()
				.map((source) -> DataSourceUnwrapper.unwrap(source, HikariConfigMXBean.class, HikariDataSource.class))
				.forEach((pool) -> requireNonNull(pool).getHikariPoolMXBean().softEvictConnections());
		}
	}

	private static String name() {
		return "week_" + UUID.randomUUID().toString().replace("-", "");
	}

	/** Makes tests use the kind of database of this run. */
	public static class New implements ApplicationContextInitializer<ConfigurableApplicationContext> {

		@Override
		public void initialize(ConfigurableApplicationContext context) {
			String kind = System.getProperty("tests.database", "h2");
			switch (kind) {
				case "h2" -> new H2().initialize(context);
				case "postgresql" -> new Postgres().initialize(context);
				default -> throw new IllegalArgumentException("tests.database is h2 or postgresql, not " + kind);
			}
		}

	}

	/** Makes an application run on H2. */
	static class H2 implements ApplicationContextInitializer<ConfigurableApplicationContext> {

		@Override
		public void initialize(ConfigurableApplicationContext context) {
			use(context, "jdbc:h2:mem:" + name() + ";DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=" + PATIENCE);
		}

	}

	/** Makes an application run on PostgreSQL. */
	static class Postgres implements ApplicationContextInitializer<ConfigurableApplicationContext> {

		@Override
		public void initialize(ConfigurableApplicationContext context) {
			use(context, Server.newDatabase());
		}

	}

	private static final class Server {

		private static final EmbeddedPostgres POSTGRES = start();

		private static EmbeddedPostgres start() {
			try {
				return EmbeddedPostgres.builder().setServerConfig("max_connections", "300").start();
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

		static String newDatabase() {
			String name = name();
			try (var connection = POSTGRES.getPostgresDatabase().getConnection();
					var statement = connection.createStatement()) {
				statement.execute("create database " + name);
				return POSTGRES.getJdbcUrl("postgres", name);
			}
			catch (SQLException ex) {
				throw new IllegalStateException(ex);
			}
		}

	}

}
