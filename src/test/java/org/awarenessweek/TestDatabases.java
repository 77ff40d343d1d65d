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
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.MapPropertySource;

import static java.util.Objects.requireNonNull;

/**
 * A new database for each application context: H2 in memory, or one on a real PostgreSQL
 * that is started once for all tests.
 */
public final class TestDatabases {

	private TestDatabases() {
	}

	private static void use(ConfigurableApplicationContext context, String name, String url) {
		watch(context);
		context.getEnvironment()
			.getPropertySources()
			.addFirst(new MapPropertySource(name, Map.of("spring.datasource.url", url,
					"spring.datasource.hikari.maximum-pool-size", 5, "spring.test.database.replace", "none")));
		context.addApplicationListener(TestDatabases::closeWhatMigrated);
	}

	/**
	 * A running site soon closes the connections that it began with, and what they made
	 * must hold without them.
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

	/** Lets {@link QueryCount} see what is asked of the database. */
	private static void watch(ConfigurableApplicationContext context) {
		if (!context.getBeanFactory().containsSingleton("statements")) {
			Statements statements = new Statements();
			context.getBeanFactory().registerSingleton("statements", statements);
		}
	}

	private static String name() {
		return "week_" + UUID.randomUUID().toString().replace("-", "");
	}

	/** Makes tests run on H2. */
	@Order(Ordered.HIGHEST_PRECEDENCE)
	public static class H2 implements ApplicationContextInitializer<ConfigurableApplicationContext> {

		@Override
		public void initialize(ConfigurableApplicationContext context) {
			use(context, "h2", "jdbc:h2:mem:" + name() + ";DB_CLOSE_DELAY=-1");
		}

	}

	/** Makes tests run on PostgreSQL, even if H2 was asked for too. */
	@Order(Ordered.LOWEST_PRECEDENCE)
	public static class Postgres implements ApplicationContextInitializer<ConfigurableApplicationContext> {

		@Override
		public void initialize(ConfigurableApplicationContext context) {
			use(context, "postgres", Server.newDatabase());
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
