package org.awarenessweek.watch;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.awarenessweek.storage.DatabasePath;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.boot.logging.LogFile;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Where the site writes on this machine: the folder of an H2 file, that of its log, if it
 * writes one itself, and the temporary one.
 */
@Component
class Disk {

	private final @Nullable File database;

	private final boolean postgres;

	private final List<File> folders = new ArrayList<>();

	Disk(DataSourceProperties settings, Environment environment) {
		String url = settings.determineUrl();
		this.postgres = url.startsWith("jdbc:postgresql:");
		this.database = DatabasePath.of(url).map(DatabasePath::file).map(Path::toFile).orElse(null);
		if (this.database != null) {
			this.folders.add(this.database.getParentFile());
		}
		LogFile log = LogFile.get(environment);
		if (log != null) {
			this.folders.add(new File(log.toString()).getAbsoluteFile().getParentFile());
		}
		this.folders.add(new File(System.getProperty("java.io.tmpdir")));
	}

	/** The folders, each of which needs room. */
	List<File> folders() {
		return this.folders;
	}

	/** How many bytes the database takes; {@code NaN} if it is in memory only. */
	double databaseSize(JdbcClient client) {
		if (this.database != null) {
			return this.database.length();
		}
		return this.postgres ? client.sql("select pg_database_size(current_database())").query(Long.class).single()
				: Double.NaN;
	}

}
