package org.awarenessweek.storage;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

import com.zaxxer.hikari.HikariDataSource;
import org.awarenessweek.Warnings;
import org.awarenessweek.work.DatabaseAway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/** Everything acknowledged survives on a disk that loses unforced writes. */
class DurableCommitsTests {

	private static final int WRITERS = 8;

	private final Path folder;

	private final HikariDataSource pool = new HikariDataSource();

	private final AtomicLong space = new AtomicLong(Long.MAX_VALUE);

	private final DurableStorage storage = new DurableStorage((folder) -> this.space.get());

	private final JdbcClient database = JdbcClient.create(this.pool);

	private final JdbcTransactionManager manager = new JdbcTransactionManager(this.pool);

	private final TransactionTemplate transaction;

	DurableCommitsTests(@TempDir Path folder) {
		this.folder = folder;
		this.pool.setConnectionTimeout(1000);
		this.pool.setJdbcUrl("jdbc:h2:forgetful:" + folder.resolve("week") + ";WRITE_DELAY=0");
		this.pool.setUsername("sa");
		this.pool.setMaximumPoolSize(WRITERS);
		this.storage.postProcessAfterInitialization(this.pool, "pool");
		this.manager.addListener(this.storage);
		this.transaction = new TransactionTemplate(this.manager);
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
		assertThatExceptionOfType(DataAccessResourceFailureException.class)
			.isThrownBy(() -> this.transaction.executeWithoutResult((status) -> insert(1)))
			.withMessage("What was committed may not be on the disk")
			.withStackTraceContaining("no space left on device");
		ForgetfulDisk.repair();
		this.transaction.executeWithoutResult((status) -> insert(2));
		assertThat(afterPowerCut(1)).contains(2);
	}

	@Test
	void aFileThatH2ClosedOnAFullDiskIsOpenedAgainWithAllThatWasAcknowledged(Warnings warnings) throws Exception {
		warnings.allow("H2 has closed the database file because of: No space left on device");
		warnings.allow("Application exception overridden by rollback exception");
		Set<Integer> acknowledged = ConcurrentHashMap.newKeySet();
		AtomicInteger numbers = new AtomicInteger();
		AtomicInteger refused = new AtomicInteger();
		AtomicBoolean open = new AtomicBoolean(true);
		try (ExecutorService writers = Executors.newFixedThreadPool(WRITERS)) {
			for (int writer = 0; writer < WRITERS; writer++) {
				writers.submit(() -> {
					while (open.get()) {
						int number = numbers.incrementAndGet();
						try {
							this.transaction.executeWithoutResult((status) -> insert(number));
							acknowledged.add(number);
						}
						catch (RuntimeException ex) {
							assertThat(DatabaseAway.isCause(ex)).as(() -> ex + ", " + ex.getCause()).isTrue();
							refused.incrementAndGet();
						}
					}
					return null;
				});
			}
			try {
				for (int time = 1; time <= 5; time++) {
					int seen = acknowledged.size();
					await().until(() -> acknowledged.size() > seen);
					ForgetfulDisk.fill();
					int before = refused.get();
					await().until(() -> refused.get() > before + WRITERS);
					assertThat(afterPowerCut(time)).containsAll(acknowledged);
					ForgetfulDisk.repair();
				}
				int seen = acknowledged.size();
				await().until(() -> acknowledged.size() > seen);
			}
			finally {
				ForgetfulDisk.repair();
				open.set(false);
			}
		}
		assertThat(afterPowerCut(6)).containsAll(acknowledged);
		assertThat(this.database.sql("select id from pledge").query(Integer.class).set()).containsAll(acknowledged);
	}

	@Test
	void whatWasCommittedToAFileThatH2ClosedBeforeItWasWrittenIsNotAcknowledged(Warnings warnings) {
		warnings.allow("H2 has closed the database file because of: No space left on device");
		AtomicBoolean first = new AtomicBoolean(true);
		this.manager.setTransactionExecutionListeners(List.of(new TransactionExecutionListener() {
			@Override
			public void afterCommit(TransactionExecution done, @Nullable Throwable failure) {
				if (first.getAndSet(false)) {
					ForgetfulDisk.fill();
					assertThatException().isThrownBy(() -> inAnotherThread(2));
					ForgetfulDisk.repair();
					inAnotherThread(3);
				}
			}
		}, this.storage));
		assertThatExceptionOfType(DataAccessResourceFailureException.class)
			.isThrownBy(() -> this.transaction.executeWithoutResult((status) -> insert(1)))
			.withMessage("What was committed may not be on the disk");
		assertThat(this.database.sql("select id from pledge").query(Integer.class).list()).containsExactly(3);
	}

	private void inAnotherThread(int number) {
		CompletableFuture.runAsync(() -> this.transaction.executeWithoutResult((status) -> insert(number))).join();
	}

	@Test
	void onlyWhatReadsIsLetInWhileTheDiskIsNearlyFull() {
		TransactionTemplate reading = new TransactionTemplate(this.manager);
		reading.setReadOnly(true);
		this.space.set(32 * 1024 * 1024 - 1);
		assertThatExceptionOfType(CannotCreateTransactionException.class)
			.isThrownBy(() -> this.transaction.executeWithoutResult((status) -> insert(1)))
			.withStackTraceContaining("less than 32 MB are left on the disk of the database");
		assertThat(reading.<Integer>execute(
				(status) -> this.database.sql("select count(*) from pledge").query(Integer.class).single()))
			.isZero();
		this.space.set(32 * 1024 * 1024);
		this.transaction.executeWithoutResult((status) -> insert(1));
	}

	@Test
	void onASlowDiskAllWhoWaitAreWrittenAtOnceAndReadersDoNotWait() throws Exception {
		int syncs = syncs();
		CountDownLatch go = new CountDownLatch(1);
		ForgetfulDisk.slowDown(() -> {
			try {
				go.await();
			}
			catch (InterruptedException ex) {
				throw new IllegalStateException(ex);
			}
		});
		try (ExecutorService writers = Executors.newFixedThreadPool(WRITERS - 1)) {
			List<Future<?>> waiting = new ArrayList<>();
			for (int writer = 1; writer < WRITERS; writer++) {
				int number = writer;
				waiting.add(writers.submit(() -> this.transaction.executeWithoutResult((status) -> insert(number))));
			}
			await()
				.until(() -> this.database.sql("select count(*) from pledge").query(Integer.class).single() == WRITERS
						- 1);
			assertThat(waiting).noneMatch(Future::isDone);
			go.countDown();
			for (Future<?> one : waiting) {
				one.get();
			}
		}
		assertThat(syncs() - syncs).isLessThanOrEqualTo(3);
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
