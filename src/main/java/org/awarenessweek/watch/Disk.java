package org.awarenessweek.watch;

import java.io.File;
import java.util.ArrayList;
import java.util.List;

import org.h2.engine.ConnectionInfo;
import org.h2.store.fs.FilePath;
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

	private final @Nullable FilePath database;

	private final boolean postgres;

	private final List<File> folders = new ArrayList<>();

	Disk(DataSourceProperties settings, Environment environment) {
		String url = settings.determineUrl();
		this.postgres = url.startsWith("jdbc:postgresql:");
		this.database = file(url);
		if (this.database != null && "file".equals(this.database.getScheme())) {
			this.folders.add(new File(this.database.toString()).getAbsoluteFile().getParentFile());
		}
		LogFile log = LogFile.get(environment);
		if (log != null) {
			this.folders.add(new File(log.toString()).getAbsoluteFile().getParentFile());
		}
		this.folders.add(new File(System.getProperty("java.io.tmpdir")));
	}

	private static @Nullable FilePath file(String url) {
		if (!url.startsWith("jdbc:h2:")) {
			return null;
		}
		ConnectionInfo h2 = new ConnectionInfo(url, null, null, null);
		return (h2.isPersistent() && !h2.isRemote()) ? FilePath.get(h2.getName() + ".mv.db") : null;
	}

	/** The folders, each of which needs room. */
	List<File> folders() {
		return this.folders;
	}

	/** How many bytes the database takes; {@code NaN} if it is in memory only. */
	double databaseSize(JdbcClient client) {
		if (this.database != null) {
			return this.database.size();
		}
		return this.postgres ? client.sql("select pg_database_size(current_database())").query(Long.class).single()
				: Double.NaN;
	}

}
