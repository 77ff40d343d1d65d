package org.awarenessweek.command.archive;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.flywaydb.core.api.MigrationVersion;
import org.h2.engine.Constants;
import org.jspecify.annotations.Nullable;

/**
 * All tables of a database as they are at one moment, while others go on writing. Rows
 * are read as they are taken, and not held.
 */
public final class Snapshot {

	private final Connection database;

	private final boolean postgres;

	private final List<Table> tables;

	/** Begins now. The connection is for this alone. */
	public Snapshot(Connection database) throws SQLException {
		this.database = database;
		this.postgres = Database.isPostgres(database.getMetaData().getURL());
		database.setAutoCommit(false);
		if (this.postgres) {
			database.setReadOnly(true);
		}
		database.setTransactionIsolation(
				this.postgres ? Connection.TRANSACTION_REPEATABLE_READ : Constants.TRANSACTION_SNAPSHOT);
		try (Statement statement = database.createStatement()) {
			// H2 would hold all rows of a table before it gives the first
			statement.execute(this.postgres ? "set time zone 'UTC'" : "set lazy_query_execution true");
		}
		this.tables = Table.all(database);
	}

	/** The version that the database was migrated to last. */
	public String version() throws SQLException {
		TreeSet<MigrationVersion> versions = new TreeSet<>();
		if (this.tables.stream().anyMatch((table) -> table.name().equals("flyway_schema_history"))) {
			Table.query(this.database,
					"select \"version\" from \"flyway_schema_history\" where \"version\" is not null and \"success\"",
					(row) -> versions.add(MigrationVersion.fromVersion(row.getString(1))));
		}
		if (versions.isEmpty()) {
			throw new CommandFailure("This is no database of the site: it has no history of migrations.");
		}
		return versions.getLast().getVersion();
	}

	/**
	 * Hands everything over.
	 * @return how many rows each table has
	 */
	public Map<String, Long> copyTo(Receiver receiver) throws IOException, SQLException {
		Map<String, Long> counts = new LinkedHashMap<>();
		for (Table table : this.tables) {
			receiver.table(table.plain());
			counts.put(table.plain().name(), copy(table, receiver));
		}
		return counts;
	}

	private long copy(Table table, Receiver receiver) throws IOException, SQLException {
		String columns = table.columns()
			.entrySet()
			.stream()
			.map((column) -> ("bytes".equals(column.getValue()) && !this.postgres)
					? "'\\x' || rawtohex(" + Table.quoted(column.getKey()) + ")" : Table.quoted(column.getKey()))
			.collect(Collectors.joining(", "));
		long number = 0;
		try (Statement statement = this.database.createStatement()) {
			statement.setFetchSize(table.rowsAtOnce());
			try (ResultSet rows = statement.executeQuery("select " + columns + " from " + Table.quoted(table.name()))) {
				while (rows.next()) {
					@Nullable String[] values = new @Nullable String[table.columns().size()];
					for (int i = 0; i < values.length; i++) {
						values[i] = rows.getString(i + 1);
					}
					receiver.row(values);
					number++;
				}
			}
		}
		return number;
	}

}
