package org.awarenessweek.command.archive;

import java.nio.file.Files;
import java.sql.Connection;
import java.util.Optional;

import org.awarenessweek.storage.DatabasePath;
import org.awarenessweek.storage.FileDoor;
import org.jspecify.annotations.Nullable;

/**
 * A database of the site: an H2 file, or one on PostgreSQL.
 *
 * @param url its JDBC URL
 * @param user who uses it
 * @param password their password
 */
public record Database(String url, @Nullable String user, @Nullable String password) {

	/** Connects to it, through the running site if that has its file open. */
	public Connection connect() {
		requireFile();
		return FileDoor.connect(this.url, this.user, this.password);
	}

	/** The URL under which it can be reached now. */
	public String reachable() {
		requireFile();
		return FileDoor.reachable(this.url, this.user, this.password);
	}

	/** Its URL, which never makes a new file. */
	public String unreachable() {
		return file().isPresent() ? this.url + ";IFEXISTS=TRUE" : this.url;
	}

	private void requireFile() {
		file().map(DatabasePath::file).filter((file) -> !Files.exists(file)).ifPresent((file) -> {
			throw new CommandFailure("There is no database at " + file
					+ ": look at spring.datasource.url, and at the folder that you are in.");
		});
	}

	/** Its file, if it is H2's. */
	public Optional<DatabasePath> file() {
		return DatabasePath.of(this.url);
	}

	/** Whether a URL is that of a database on PostgreSQL, or else of one in H2. */
	public static boolean isPostgres(String url) {
		return url.startsWith("jdbc:postgresql:");
	}

}
