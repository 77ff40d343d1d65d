package org.awarenessweek.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Properties;

import com.zaxxer.hikari.HikariDataSource;
import org.h2.api.ErrorCode;
import org.h2.engine.Constants;
import org.h2.store.fs.FilePath;
import org.jspecify.annotations.Nullable;

/**
 * Opens the database once before the pool does, to say in words why it cannot be used:
 * the pool would log a stack trace for each cause.
 */
final class FirstConnection {

	/** The oldest version that the site was tried on. */
	private static final int OLDEST_POSTGRESQL = 15;

	private final String url;

	private final Properties settings = new Properties();

	FirstConnection(HikariDataSource pool) {
		this(pool.getJdbcUrl(), pool.getUsername(), pool.getPassword());
		this.settings.putAll(pool.getDataSourceProperties());
	}

	FirstConnection(String url, @Nullable String user, @Nullable String password) {
		this.url = url;
		set("user", user);
		set("password", password);
	}

	private void set(String name, @Nullable String value) {
		if (value != null) {
			this.settings.setProperty(name, value);
		}
	}

	/**
	 * Opens it.
	 * @throws UnusableDatabase if it cannot be opened, or not written
	 */
	Connection open() {
		if (DurableStorage.isFile(this.url)) {
			refuseReadOnlyFile(Path.of(FilePath.get(place() + ".mv.db").unwrap().toString()).toAbsolutePath());
		}
		try {
			return DriverManager.getConnection(this.url, this.settings);
		}
		catch (SQLException ex) {
			throw explain(ex);
		}
	}

	/** Why it cannot be opened. */
	UnusableDatabase explain(SQLException ex) {
		return isH2() ? explainH2(ex) : explainPostgres(ex);
	}

	/** H2 would open it all the same, and each change would fail. */
	private static void refuseReadOnlyFile(Path file) {
		Path folder = Objects.requireNonNull(file.getParent());
		try {
			Files.createDirectories(folder);
		}
		catch (IOException ex) {
			throw cannotWrite(folder, ex);
		}
		if (!Files.isWritable(folder) || Files.exists(file) && !Files.isWritable(file)) {
			throw cannotWrite(file, null);
		}
	}

	private static UnusableDatabase cannotWrite(Path what, @Nullable Exception ex) {
		return new UnusableDatabase(
				"The user who runs the site, " + System.getProperty("user.name") + ", cannot write " + what + ".",
				"Make that user the owner of the folder and the files in it, and look whether the disk is full.", ex);
	}

	/** Refuses a PostgreSQL on which the site was never tried. */
	void refuseOld(Connection connection) throws SQLException {
		int version = connection.getMetaData().getDatabaseMajorVersion();
		if (!isH2() && version < OLDEST_POSTGRESQL) {
			throw new UnusableDatabase(
					"The PostgreSQL at " + place() + " is version " + version + ", which is too old for the site.",
					"Upgrade it to version " + OLDEST_POSTGRESQL + " or later.", null);
		}
	}

	private boolean isH2() {
		return this.url.startsWith("jdbc:h2:");
	}

	/** The URL without its settings, one of which may be a password. */
	private String place() {
		return this.url.replaceFirst("[;?].*", "").replaceFirst("^jdbc:(h2:(file:)?|postgresql:(//)?)", "");
	}

	private UnusableDatabase explainH2(SQLException ex) {
		return switch (ex.getErrorCode()) {
			case ErrorCode.DATABASE_ALREADY_OPEN_1 ->
				new UnusableDatabase("Another process has the database open: " + place() + ".mv.db.",
						"Stop that process first; an H2 file is for one at a time.", ex);
			case ErrorCode.WRONG_USER_OR_PASSWORD -> new UnusableDatabase(
					"The database " + place() + ".mv.db was made with another user name or password.",
					"Correct spring.datasource.username and spring.datasource.password, or leave out both if it was made without.",
					ex);
			case ErrorCode.FILE_VERSION_ERROR_1 -> new UnusableDatabase(
					"The file " + place() + ".mv.db has the format of another version of H2 than this jar’s, "
							+ Constants.VERSION + ".",
					"Start the jar that was used before, or put back a backup that was made with this version.", ex);
			case ErrorCode.FILE_CORRUPTED_1 -> new UnusableDatabase("The file " + place() + ".mv.db is damaged.",
					"Keep it, put back the latest backup in its place, and start again.", ex);
			case ErrorCode.IO_EXCEPTION_1, ErrorCode.IO_EXCEPTION_2, ErrorCode.FILE_CREATION_FAILED_1 ->
				cannotWrite(Path.of(place() + ".mv.db"), ex);
			default -> unknown(ex);
		};
	}

	private UnusableDatabase explainPostgres(SQLException ex) {
		String state = String.valueOf(ex.getSQLState());
		return switch (state) {
			case "28P01", "28000" -> new UnusableDatabase("PostgreSQL does not let the site in at " + place() + ".",
					"Correct spring.datasource.username and spring.datasource.password, or allow that user in pg_hba.conf.",
					ex);
			case "3D000" -> new UnusableDatabase("PostgreSQL has no database at " + place() + ".",
					"Create it, for example: createdb --owner=USER NAME.", ex);
			case "08001" -> new UnusableDatabase("No PostgreSQL answers at " + place() + ".",
					"Start it, or correct spring.datasource.url.", ex);
			case "57P03" -> new UnusableDatabase("The PostgreSQL at " + place() + " is starting or stopping.",
					"Start the site again in a moment.", ex);
			case "53300" -> new UnusableDatabase("The PostgreSQL at " + place() + " has no connection left.",
					"Raise its max_connections, or lower spring.datasource.hikari.maximum-pool-size.", ex);
			default -> unknown(ex);
		};
	}

	private UnusableDatabase unknown(SQLException ex) {
		return new UnusableDatabase(
				"The database " + place() + " cannot be opened: " + ex.getMessage() + " (" + ex.getSQLState() + ").",
				"Look at spring.datasource.url, .username and .password, and at the database’s own log.", ex);
	}

}
