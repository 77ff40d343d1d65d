package org.awarenessweek.command.archive;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.awarenessweek.storage.DatabasePath;
import org.awarenessweek.storage.FileDoor;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * An empty database that takes a whole one: all of it, or nothing if that ends early. On
 * PostgreSQL it is one transaction. An H2 file gets its name when all is in it.
 */
public final class EmptyPlace implements Receiver, AutoCloseable {

	private static final String SCHEMA = "classpath:db/migration";

	private final @Nullable Path file;

	private final @Nullable Path unfinished;

	private final Connection database;

	private List<Table> tables = List.of();

	private @Nullable PreparedStatement insert;

	private List<String> types = List.of();

	private int waiting;

	private int atOnce;

	/**
	 * Makes its tables.
	 * @param version of the database that it takes
	 * @throws CommandFailure if it is not empty, or this jar is older than that version
	 */
	public EmptyPlace(Database place, String version) throws IOException, SQLException {
		this.file = place.file().map(DatabasePath::file).orElse(null);
		this.unfinished = place.file().map((file) -> new DatabasePath(file.name() + "-unfinished").file()).orElse(null);
		this.database = connect(place);
		try {
			this.database.setAutoCommit(false);
			if (!Table.all(this.database).isEmpty()) {
				throw new CommandFailure("The database " + place.url()
						+ " has tables already, and nothing is put over what is there: make a new one.");
			}
			migrate(version);
			this.tables = Table.all(this.database);
			// What migrations filled
			for (Table filled : this.tables.reversed()) {
				execute("delete from " + Table.quoted(filled.name()));
			}
		}
		catch (RuntimeException | SQLException ex) {
			close();
			throw ex;
		}
	}

	private Connection connect(Database place) throws IOException, SQLException {
		if (this.file == null || this.unfinished == null) {
			// PostgreSQL reads each value as its column has it
			return FileDoor.connect(place.url() + (place.url().contains("?") ? "&" : "?")
					+ "stringtype=unspecified&reWriteBatchedInserts=true", place.user(), place.password());
		}
		if (Files.exists(this.file)) {
			throw new CommandFailure("There is a database at " + this.file
					+ " already, and nothing is put over what is there: stop the site, and move it away first.");
		}
		Files.createDirectories(this.file.resolveSibling(""));
		Files.deleteIfExists(this.unfinished);
		return DriverManager.getConnection("jdbc:h2:file:" + this.unfinished.toString().replaceFirst("\\.mv\\.db$", ""),
				place.user(), place.password());
	}

	/** The schema as it was, by the same migrations. */
	private void migrate(String version) {
		FluentConfiguration flyway = Flyway.configure()
			.dataSource(new SingleConnectionDataSource(withoutCommits(this.database), true));
		MigrationVersion wanted = MigrationVersion.fromVersion(version);
		if (Stream.of(flyway.locations(SCHEMA, "classpath:db/seed").load().info().all())
			.map(MigrationInfo::getVersion)
			.noneMatch((one) -> one != null && one.compareTo(wanted) >= 0)) {
			throw new CommandFailure("That database is of a newer version of the site (its schema is " + version
					+ "): take the jar of that version.");
		}
		// with Flyway's sign for a version that may be missing here: the seed may have it
		flyway.locations(SCHEMA).target(version + "?").load().migrate();
	}

	/** Keeps Flyway from committing each migration by itself. */
	private static Connection withoutCommits(Connection database) {
		Set<String> left = Set.of("commit", "setAutoCommit", "close");
		return (Connection) Proxy.newProxyInstance(Connection.class.getClassLoader(),
				new Class<?>[] { Connection.class }, (proxy, method, arguments) -> {
					try {
						return left.contains(method.getName()) ? null : method.invoke(database, arguments);
					}
					catch (InvocationTargetException ex) {
						throw ex.getCause();
					}
				});
	}

	@Override
	public void table(Table table) throws SQLException {
		insertWaiting();
		Table found = this.tables.stream()
			.filter((one) -> one.plain().equals(table))
			.findFirst()
			.orElseThrow(() -> new CommandFailure(
					"The table " + table.name() + " is not as this version of the site makes it."));
		Map<String, String> columns = new HashMap<>();
		found.columns().keySet().forEach((column) -> columns.put(column.toLowerCase(Locale.ROOT), column));
		this.types = List.copyOf(table.columns().values());
		this.atOnce = table.rowsAtOnce();
		String names = table.columns()
			.keySet()
			.stream()
			.map((name) -> Table.quoted(String.valueOf(columns.get(name))))
			.collect(Collectors.joining(", "));
		String parameters = this.types.stream()
			.map((type) -> ("json".equals(type) && this.file != null) ? "? format json" : "?")
			.collect(Collectors.joining(", "));
		this.insert = this.database.prepareStatement(
				"insert into " + Table.quoted(found.name()) + " (" + names + ") values (" + parameters + ")");
	}

	@Override
	public void row(@Nullable String[] values) throws SQLException {
		PreparedStatement row = Objects.requireNonNull(this.insert);
		for (int i = 0; i < values.length; i++) {
			String value = values[i];
			if (value != null && "bytes".equals(this.types.get(i))) {
				row.setBytes(i + 1, HexFormat.of().parseHex(value.substring(2)));
			}
			else {
				row.setString(i + 1, value);
			}
		}
		row.addBatch();
		this.waiting++;
		if (this.waiting == this.atOnce) {
			insertWaiting();
		}
	}

	private void insertWaiting() throws SQLException {
		if (this.insert != null) {
			this.insert.executeBatch();
			this.waiting = 0;
		}
		if (this.file != null) {
			this.database.commit(); // nobody sees the file yet
		}
	}

	/**
	 * Makes it the database that it is to be: it is on the disk when this returns.
	 * @param counts how many rows each table must have now
	 */
	public void finish(Map<String, Long> counts) throws IOException, SQLException {
		insertWaiting();
		for (Table table : this.tables) {
			String name = Table.quoted(table.name());
			Table.query(this.database, "select count(*) from " + name, (row) -> {
				if (row.getLong(1) != counts.getOrDefault(table.plain().name(), 0L)) {
					throw new CommandFailure("Not all rows of the table " + table.plain().name() + " arrived.");
				}
			});
		}
		countOn();
		execute("analyze");
		this.database.commit();
		this.database.close();
		if (this.file != null && this.unfinished != null) {
			force(this.unfinished);
			Files.move(this.unfinished, this.file, StandardCopyOption.ATOMIC_MOVE);
			force(this.file.resolveSibling(""));
		}
	}

	/** After the largest that there is, where the database counts by itself. */
	private void countOn() throws SQLException {
		Table.query(this.database, """
				select table_name, column_name from information_schema.columns
				where table_schema = current_schema and is_identity = 'YES'""", (column) -> {
			String table = Table.quoted(column.getString(1));
			String name = Table.quoted(column.getString(2));
			Table.query(this.database, "select coalesce(max(" + name + "), 0) + 1 from " + table, (row) -> execute(
					"alter table " + table + " alter column " + name + " restart with " + row.getLong(1)));
		});
	}

	/** Returns once a file is on the disk; or the names of the files in a folder are. */
	public static void force(Path path) throws IOException {
		try (FileChannel channel = FileChannel.open(path)) {
			channel.force(true);
		}
	}

	private void execute(String sql) throws SQLException {
		try (Statement statement = this.database.createStatement()) {
			statement.execute(sql);
		}
	}

	/** Leaves nothing, unless it is finished. */
	@Override
	public void close() throws IOException, SQLException {
		if (!this.database.isClosed()) {
			this.database.rollback();
			this.database.close();
		}
		if (this.unfinished != null) {
			Files.deleteIfExists(this.unfinished);
		}
	}

}
