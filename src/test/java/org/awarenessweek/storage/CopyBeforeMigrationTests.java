package org.awarenessweek.storage;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** An H2 file is kept as it was before a new version changes it. */
class CopyBeforeMigrationTests {

	private static final Instant NIGHT = Instant.parse("2021-11-30T02:04:31Z");

	private static final ToLongFunction<File> ROOMY = (folder) -> Long.MAX_VALUE;

	@TempDir
	private Path folder;

	private SampleMigrations programs;

	@BeforeEach
	void release() {
		this.programs = new SampleMigrations(this.folder);
		this.programs.with("week", "1", "create table pledge (name varchar(9));")
			.with("week", "2", "create table event (name varchar(9));");
	}

	@Test
	void aFreshDatabaseIsNotCopied() throws IOException {
		migrate(NIGHT, ROOMY);
		assertThat(copies()).isEmpty();
	}

	@Test
	void theFileIsKeptAsItWasAndLeadsBack() throws Exception {
		migrate(NIGHT, ROOMY);
		run("insert into pledge values ('Ada')");
		this.programs.with("week", "3", "update pledge set name = 'Eve';")
			.with("week", "3.1", "create table wall (id integer);");
		migrate(NIGHT, ROOMY);
		assertThat(copies()).containsExactly("week-before-3-20211130T020431Z.mv.db");
		assertThat(name()).isEqualTo("Eve");
		Files.move(this.folder.resolve("week-before-3-20211130T020431Z.mv.db"), this.programs.file(),
				StandardCopyOption.REPLACE_EXISTING);
		assertThat(name()).isEqualTo("Ada");
		assertThat(this.programs.of("week").info().current().getVersion()).hasToString("2");
	}

	@Test
	void nothingIsCopiedWhereNothingIsMigrated() throws IOException {
		migrate(NIGHT, ROOMY);
		migrate(NIGHT, ROOMY);
		assertThat(copies()).isEmpty();
	}

	@Test
	void theLastThreeCopiesAreKept() throws IOException {
		migrate(NIGHT, ROOMY);
		Files.createFile(this.folder.resolve("week-before-the-party.mv.db"));
		for (int version = 8; version <= 12; version++) {
			this.programs.with("week", "" + version, "create table t" + version + " (id integer);");
			migrate(NIGHT.plus(Duration.ofDays(version)), ROOMY);
		}
		assertThat(copies()).containsExactly("week-before-10-20211210T020431Z.mv.db",
				"week-before-11-20211211T020431Z.mv.db", "week-before-12-20211212T020431Z.mv.db",
				"week-before-the-party.mv.db");
	}

	@Test
	void nothingIsMigratedWithoutRoomForTheCopy() throws Exception {
		migrate(NIGHT, ROOMY);
		this.programs.with("week", "3", "create table wall (id integer);");
		long size = Files.size(this.programs.file());
		assertThatExceptionOfType(UnusableDatabase.class).isThrownBy(() -> migrate(NIGHT, (folder) -> size / 2))
			.withMessageContaining("no room in " + this.folder)
			.satisfies((refusal) -> assertThat(refusal.remedy()).startsWith("Free at least 1 MB"));
		assertThat(copies()).isEmpty();
		assertThat(this.programs.of("week").info().pending()).hasSize(1);
		migrate(NIGHT, (folder) -> 10 * size);
		assertThat(copies()).hasSize(1);
	}

	@Test
	void nothingIsMigratedWhereTheCopyFails() throws Exception {
		migrate(NIGHT, ROOMY);
		this.programs.with("week", "3", "create table wall (id integer);");
		Files.createDirectories(this.folder.resolve("week-before-3-20211130T020431Z.mv.db.part"));
		assertThatExceptionOfType(UnusableDatabase.class).isThrownBy(() -> migrate(NIGHT, ROOMY))
			.withMessageContaining("could not be copied");
		assertThat(this.programs.of("week").info().pending()).hasSize(1);
	}

	private void migrate(Instant now, ToLongFunction<File> disk) {
		new Migrating()
			.migrate(this.programs.of("week", new CopyBeforeMigration(Clock.fixed(now, ZoneOffset.UTC), disk)));
	}

	private List<String> copies() throws IOException {
		try (Stream<Path> files = Files.list(this.folder)) {
			return files.map((file) -> file.getFileName().toString())
				.filter((name) -> name.startsWith("week-before-") && name.endsWith(".mv.db"))
				.sorted()
				.toList();
		}
	}

	private String name() throws SQLException {
		try (Connection connection = DriverManager.getConnection(this.programs.url());
				Statement statement = connection.createStatement();
				ResultSet row = statement.executeQuery("select name from pledge")) {
			row.next();
			return row.getString(1);
		}
	}

	private void run(String sql) throws SQLException {
		try (Connection connection = DriverManager.getConnection(this.programs.url());
				Statement statement = connection.createStatement()) {
			statement.execute(sql);
		}
	}

}
