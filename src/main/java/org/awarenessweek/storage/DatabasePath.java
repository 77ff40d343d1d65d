package org.awarenessweek.storage;

import java.nio.file.Path;
import java.util.Optional;

import org.h2.engine.ConnectionInfo;
import org.jspecify.annotations.Nullable;

/**
 * Where the file of an H2 database is. Only one process can have it open.
 *
 * @param name the absolute path without its ending, as H2 calls the database
 */
public record DatabasePath(String name) {

	/** The file that a JDBC URL names, if it names one. */
	public static Optional<DatabasePath> of(@Nullable String url) {
		return Optional.ofNullable(url)
			.filter(DurableStorage::isFile)
			.map((file) -> new ConnectionInfo(file, null, null, null).getName())
			.filter((name) -> Path.of(name).isAbsolute())
			.map(DatabasePath::new);
	}

	/** The file itself. */
	public Path file() {
		return Path.of(this.name + ".mv.db");
	}

	/** Where the process that has it open writes how to reach it. */
	Path door() {
		return Path.of(this.name + ".door");
	}

}
