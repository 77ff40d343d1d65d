package org.awarenessweek.storage;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import com.zaxxer.hikari.HikariDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/** Everything acknowledged survives on a disk that loses unforced writes. */
class DurableDataSourceTests {

	private static final int WRITERS = 8;

	private final Path folder;

	private final HikariDataSource pool = new HikariDataSource();

	private final Checkpoint checkpoint;

	private final AtomicInteger syncs = new AtomicInteger();

	private final DurableDataSource database;

	DurableDataSourceTests(@TempDir Path folder) {
		this.folder = folder;
		this.pool.setJdbcUrl("jdbc:h2:forgetful:" + folder.resolve("week"));
		this.pool.setUsername("sa");
		this.pool.setMaximumPoolSize(WRITERS);
		this.checkpoint = new Checkpoint(this.pool.getJdbcUrl(), "sa", null);
		this.database = new DurableDataSource(this.pool, new SharedSync(this::sync));
	}

	private void sync() throws SQLException {
		this.syncs.incrementAndGet();
		this.checkpoint.run();
	}

	@BeforeAll
	static void plugIn() {
		ForgetfulDisk.plugIn();
	}

	@BeforeEach
	void createTable() throws SQLException {
		try (var connection = this.database.getConnection(); var statement = connection.createStatement()) {
			statement.execute("create table pledge (id integer primary key)");
		}
		this.syncs.set(0);
	}

	@AfterEach
	void close() throws SQLException {
		this.pool.close();
		this.checkpoint.close();
	}

	@Test
	void everythingAcknowledgedSurvivesAPowerCut() throws Exception {
		Set<Integer> acknowledged = ConcurrentHashMap.newKeySet();
		AtomicInteger numbers = new AtomicInteger();
		AtomicBoolean open = new AtomicBoolean(true);
		try (ExecutorService writers = Executors.newFixedThreadPool(WRITERS)) {
			for (int writer = 0; writer < WRITERS; writer++) {
				writers.submit(() -> {
					while (open.get()) {
						int number = numbers.incrementAndGet();
						insert(number);
						acknowledged.add(number);
					}
					return null;
				});
			}
			try {
				for (int cut = 1; cut <= 8; cut++) {
					int seen = acknowledged.size();
					await().until(() -> acknowledged.size() > seen);
					Set<Integer> before = Set.copyOf(acknowledged);
					assertThat(afterPowerCut(cut)).containsAll(before);
				}
			}
			finally {
				open.set(false);
			}
		}
		assertThat(acknowledged).hasSizeGreaterThan(this.syncs.get());
	}

	@Test
	void withoutTheSyncItWouldBeForgotten() throws Exception {
		try (var connection = this.pool.getConnection(); var statement = connection.createStatement()) {
			statement.execute("insert into pledge (id) values (1)");
		}
		assertThat(afterPowerCut(1)).isEmpty();
	}

	@Test
	void aTransactionThatChangesNothingDoesNotWait() throws Exception {
		try (var connection = this.database.getConnection(); var statement = connection.createStatement()) {
			statement.executeQuery("select count(*) from pledge");
			statement.execute("select count(*) from pledge");
			connection.setAutoCommit(false);
			statement.executeQuery("select count(*) from pledge");
			connection.commit();
			statement.executeUpdate("insert into pledge (id) values (1)");
			connection.rollback();
			connection.setAutoCommit(true);
		}
		assertThat(this.syncs).hasValue(0);
	}

	@Test
	void aStatementThatCommitsByItselfWaits() throws Exception {
		try (var connection = this.database.getConnection();
				var statement = connection.prepareStatement("insert into pledge (id) values (?)")) {
			statement.setInt(1, 1);
			statement.executeUpdate();
			assertThat(afterPowerCut(1)).containsExactly(1);
			statement.setInt(1, 2);
			statement.addBatch();
			statement.executeBatch();
			assertThat(afterPowerCut(2)).containsExactlyInAnyOrder(1, 2);
		}
	}

	@Test
	void switchingToAutoCommitInATransactionWaits() throws Exception {
		try (var connection = this.database.getConnection(); var statement = connection.createStatement()) {
			connection.setAutoCommit(false);
			statement.executeUpdate("insert into pledge (id) values (1)");
			connection.setAutoCommit(true);
		}
		assertThat(afterPowerCut(1)).containsExactly(1);
	}

	@Test
	void aCommitThatMayNotBeOnTheDiskFails() throws Exception {
		var failing = new DurableDataSource(this.pool, new SharedSync(() -> {
			throw new SQLException("no space left on device");
		}));
		try (var connection = failing.getConnection(); var statement = connection.createStatement()) {
			connection.setAutoCommit(false);
			statement.executeUpdate("insert into pledge (id) values (1)");
			assertThatExceptionOfType(SQLException.class).isThrownBy(connection::commit);
		}
	}

	private void insert(int number) throws SQLException {
		try (var connection = this.database.getConnection();
				var statement = connection.prepareStatement("insert into pledge (id) values (?)")) {
			connection.setAutoCommit(false);
			statement.setInt(1, number);
			statement.executeUpdate();
			connection.commit();
		}
	}

	private Set<Integer> afterPowerCut(int cut) throws Exception {
		Path copy = this.folder.resolve("cut" + cut);
		ForgetfulDisk.afterPowerCut(this.folder.resolve("week.mv.db"), Path.of(copy + ".mv.db"));
		Set<Integer> found = new HashSet<>();
		try (var connection = DriverManager.getConnection("jdbc:h2:file:" + copy, "sa", "");
				var statement = connection.createStatement();
				var rows = statement.executeQuery("select id from pledge")) {
			while (rows.next()) {
				found.add(rows.getInt(1));
			}
		}
		return found;
	}

}
