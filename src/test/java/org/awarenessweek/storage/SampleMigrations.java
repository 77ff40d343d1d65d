package org.awarenessweek.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.callback.Callback;

import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The migrations of an imaginary program, and its database in a file. */
final class SampleMigrations {

	private final Path folder;

	SampleMigrations(Path folder) {
		this.folder = folder;
	}

	Path file() {
		return this.folder.resolve("week.mv.db");
	}

	String url() {
		return "jdbc:h2:file:" + this.folder.resolve("week");
	}

	/** Adds a migration to a version of the program. */
	SampleMigrations with(String program, String version, String sql) {
		try {
			Path scripts = Files.createDirectories(this.folder.resolve(program));
			Files.writeString(scripts.resolve("V" + version + "__sample.sql"), sql);
			return this;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** What migrates the database to a version of the program. */
	Flyway of(String program, Callback... callbacks) {
		return Flyway.configure()
			.dataSource(new DriverManagerDataSource(url()))
			.locations("filesystem:" + this.folder.resolve(program))
			.ignoreMigrationPatterns("repeatable:missing")
			.callbacks(callbacks)
			.load();
	}

}
