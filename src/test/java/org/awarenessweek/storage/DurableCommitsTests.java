package org.awarenessweek.storage;

import java.nio.file.Path;
import java.sql.DriverManager;
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

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/** Everything acknowledged survives on a disk that loses unforced writes. */
class DurableCommitsTests {

	private static final int WRITERS = 8;

	private final Path folder;

	private final HikariDataSource pool = new HikariDataSource();

	private final DurableStorage storage = new DurableStorage();

	private final JdbcClient database = JdbcClient.create(this.pool);

	private final TransactionTemplate transaction;

	DurableCommitsTests(@TempDir Path folder) {
		this.folder = folder;
		this.pool.setJdbcUrl("jdbc:h2:forgetful:" + folder.resolve("week") + ";WRITE_DELAY=0");
		this.pool.setUsername("sa");
		this.pool.setMaximumPoolSize(WRITERS);
		this.storage.postProcessAfterInitialization(this.pool, "pool");
		var manager = new JdbcTransactionManager(this.pool);
		manager.addListener(this.storage);
		this.transaction = new TransactionTemplate(manager);
	}

	@BeforeAll
	static void plugIn() {
		ForgetfulDisk.plugIn();
	}

	@BeforeEach
	void createTable() {
		this.transaction.executeWithoutResult(
				(status) -> this.database.sql("create table pledge (id integer primary key)").update());
	}

	@AfterEach
	void close() throws Exception {
		ForgetfulDisk.repair();
		this.pool.close();
		this.storage.close();
	}

	@Test
	void everythingAcknowledgedSurvivesAPowerCut() throws Exception {
		Set<Integer> acknowledged = ConcurrentHashMap.newKeySet();
		AtomicInteger numbers = new AtomicInteger();
		AtomicBoolean open = new AtomicBoolean(true);
		int syncs = syncs();
		try (ExecutorService writers = Executors.newFixedThreadPool(WRITERS)) {
			for (int writer = 0; writer < WRITERS; writer++) {
				writers.submit(() -> {
					while (open.get()) {
						int number = numbers.incrementAndGet();
						this.transaction.executeWithoutResult((status) -> insert(number));
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
		assertThat(acknowledged).hasSizeGreaterThan(syncs() - syncs);
	}

	@Test
	void withoutTheSyncItWouldBeForgotten() throws Exception {
		new TransactionTemplate(new JdbcTransactionManager(this.pool)).executeWithoutResult((status) -> insert(1));
		assertThat(afterPowerCut(1)).isEmpty();
	}

	@Test
	void aTransactionThatChangesNothingDoesNotWriteToTheDisk() {
		this.transaction.executeWithoutResult((status) -> insert(1));
		int syncs = syncs();
		this.transaction.executeWithoutResult((status) -> this.database.sql("table pledge").query().listOfRows());
		this.transaction.executeWithoutResult((status) -> {
			insert(2);
			status.setRollbackOnly();
		});
		assertThat(syncs()).isEqualTo(syncs);
	}

	@Test
	void whoeverWaitedForASyncThatFailedLearnsThatNobodyKnows() throws Exception {
		ForgetfulDisk.breakDown();
		assertThatExceptionOfType(TransactionSystemException.class)
			.isThrownBy(() -> this.transaction.executeWithoutResult((status) -> insert(1)))
			.withMessage("What was committed may not be on the disk")
			.withStackTraceContaining("no space left on device");
		ForgetfulDisk.repair();
		this.transaction.executeWithoutResult((status) -> insert(2));
		assertThat(afterPowerCut(1)).contains(2);
	}

	private void insert(int number) {
		this.database.sql("insert into pledge (id) values (?)").param(number).update();
	}

	private int syncs() {
		return ForgetfulDisk.syncs(file());
	}

	private Path file() {
		return this.folder.resolve("week.mv.db");
	}

	private Set<Integer> afterPowerCut(int cut) throws Exception {
		Path copy = this.folder.resolve("cut" + cut);
		ForgetfulDisk.afterPowerCut(file(), Path.of(copy + ".mv.db"));
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
