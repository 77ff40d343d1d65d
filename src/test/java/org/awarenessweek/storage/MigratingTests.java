package org.awarenessweek.storage;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

import org.awarenessweek.Warnings;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.io.support.SpringFactoriesLoader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** What the operator reads when a database and a jar do not fit together. */
class MigratingTests {

	private final Migrating migrating = new Migrating();

	private SampleMigrations programs;

	@BeforeEach
	void release(@TempDir Path folder) {
		this.programs = new SampleMigrations(folder).with("first", "1", "create table pledge (name varchar(9));")
			.with("first", "1.1", "insert into pledge values ('Ada');")
			.with("second", "1", "create table pledge (name varchar(9));")
			.with("second", "1.1", "insert into pledge values ('Ada');")
			.with("second", "2", "create table event (name varchar(9));");
	}

	@Test
	void aDatabaseThatIsNewerIsLeftAlone() throws SQLException {
		this.migrating.migrate(this.programs.of("second"));
		UnusableDatabase refusal = refusal(this.programs.of("first"));
		assertThat(refusal).hasMessage(
				"The database is newer than this jar (not packaged): it is at version 2, and the jar knows versions up to 1.1.");
		assertThat(refusal.remedy())
			.isEqualTo("Start the jar that was used last, or put back a backup from before it was used.");
		run("insert into event values ('Songs')");
		this.migrating.migrate(this.programs.of("second"));
	}

	@Test
	void aFailedMigrationIsNamedWithoutWhatItWasAbout(Warnings warnings) {
		this.programs.with("second", "3",
				"insert into event values ('Songs');\ninsert into event values ('Ada Byron of Leeds');");
		UnusableDatabase refusal = refusal(this.programs.of("second"));
		warnings.expect("to version \"3 - sample\" failed");
		assertThat(refusal).hasMessage("The migration V3__sample.sql failed at its line 2 (22001).");
		assertThat(refusal.remedy()).contains("Put back the copy");
	}

	@Test
	void aMigrationThatEndedHalfwayIsNamed() throws SQLException {
		this.migrating.migrate(this.programs.of("second"));
		run("update \"flyway_schema_history\" set \"success\" = false where \"version\" = '2'");
		assertThat(refusal(this.programs.of("second"))).hasMessage("The migration 2 of the database ended halfway.");
		assertThat(refusal(this.programs.of("first"))).hasMessage("The migration 2 of the database ended halfway.");
	}

	@Test
	void tablesOfAnotherProgramAreLeftAlone() throws SQLException {
		run("create table wp_posts (id integer)");
		assertThat(refusal(this.programs.of("first"))).hasMessageContaining("tables of another program");
	}

	@Test
	void theHistoryOfAnotherProgramIsLeftAlone() {
		this.programs.with("other", "1", "create table post (id integer);")
			.with("other", "7", "create table tag (id integer);");
		this.migrating.migrate(this.programs.of("other"));
		assertThat(refusal(this.programs.of("first"))).hasMessageContaining("tables of another program");
	}

	@Test
	void otherLocationsAreNamed() {
		this.programs.with("empty", "1", "create table pledge (name varchar(9));");
		this.migrating.migrate(this.programs.of("second"));
		this.programs.with("unseeded", "1", "create table pledge (name varchar(9));")
			.with("unseeded", "2", "create table event (name varchar(9));");
		assertThat(refusal(this.programs.of("unseeded"))).hasMessageContaining("another spring.flyway.locations",
				"version 1.1");
	}

	@Test
	void theReasonIsReadInPlaceOfAStackTrace() {
		var failure = new IllegalStateException(new UnusableDatabase("It is wrong.", "Put it right.", null));
		FailureAnalysis analysis = SpringFactoriesLoader.forDefaultResourceLocation()
			.load(FailureAnalyzer.class, SpringFactoriesLoader.FailureHandler.handleMessage((message, ex) -> {
			}))
			.stream()
			.filter(UnusableDatabase.Analyzer.class::isInstance)
			.map((analyzer) -> analyzer.analyze(failure))
			.findFirst()
			.orElseThrow();
		assertThat(analysis.getDescription()).isEqualTo("It is wrong.");
		assertThat(analysis.getAction()).isEqualTo("Put it right.");
	}

	private UnusableDatabase refusal(Flyway flyway) {
		return catchThrowableOfType(UnusableDatabase.class, () -> this.migrating.migrate(flyway));
	}

	private void run(String sql) throws SQLException {
		try (Connection connection = DriverManager.getConnection(this.programs.url());
				Statement statement = connection.createStatement()) {
			statement.execute(sql);
		}
	}

}
