package org.awarenessweek.command.archive;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A table of a database. Every value can be read and written as text, which each database
 * understands of the other; bytes are hexadecimal digits after {@code \x}.
 *
 * @param name as the database spells it: H2 has most names in capitals
 * @param columns the types of its columns, by their names in its spelling
 */
public record Table(String name, Map<String, String> columns) {

	/** What {@code information_schema} calls alike things on H2 and PostgreSQL. */
	private static final Map<String, String> TYPES = Map.of("character varying", "text", "character large object",
			"text", "binary varying", "bytes", "bytea", "bytes", "time without time zone", "time",
			"timestamp without time zone", "timestamp");

	/** All tables, each after those that it refers to. */
	public static List<Table> all(Connection database) throws SQLException {
		Map<String, Table> left = new LinkedHashMap<>();
		query(database, """
				select c.table_name, c.column_name, c.data_type from information_schema.columns c
				join information_schema.tables t on t.table_schema = c.table_schema and t.table_name = c.table_name
				where c.table_schema = current_schema and t.table_type = 'BASE TABLE'
				order by c.table_name, c.ordinal_position""", (row) -> {
			String type = plain(row.getString(3));
			left.computeIfAbsent(row.getString(1), (name) -> new Table(name, new LinkedHashMap<>())).columns
				.put(row.getString(2), TYPES.getOrDefault(type, type));
		});
		List<List<String>> references = new ArrayList<>();
		query(database, """
				select c.table_name, p.table_name from information_schema.referential_constraints r
				join information_schema.table_constraints c
				on c.constraint_schema = r.constraint_schema and c.constraint_name = r.constraint_name
				join information_schema.table_constraints p
				on p.constraint_schema = r.unique_constraint_schema and p.constraint_name = r.unique_constraint_name
				where c.table_schema = current_schema and c.table_name <> p.table_name""",
				(row) -> references.add(List.of(row.getString(1), row.getString(2))));
		List<Table> ordered = new ArrayList<>();
		while (!left.isEmpty()) {
			Table next = left.values()
				.stream()
				.filter((table) -> references.stream()
					.noneMatch((one) -> one.getFirst().equals(table.name) && left.containsKey(one.getLast())))
				.findFirst()
				.orElseThrow(() -> new IllegalStateException("Tables refer to each other in a circle"));
			ordered.add(next);
			left.remove(next.name);
		}
		return ordered;
	}

	/** How many rows may be in memory: a part of a file is half a megabyte as text. */
	int rowsAtOnce() {
		return this.columns.containsValue("bytes") ? 16 : 1000;
	}

	/** The same, as it is called on every database. */
	Table plain() {
		Map<String, String> plain = new LinkedHashMap<>();
		this.columns.forEach((column, type) -> plain.put(plain(column), type));
		return new Table(plain(this.name), plain);
	}

	private static String plain(String name) {
		return name.toLowerCase(Locale.ROOT);
	}

	/** A name in a statement. */
	public static String quoted(String name) {
		return '"' + name + '"';
	}

	/** Reads the rows of a query. */
	public static void query(Connection database, String sql, RowReader reader) throws SQLException {
		try (Statement statement = database.createStatement(); ResultSet rows = statement.executeQuery(sql)) {
			while (rows.next()) {
				reader.read(rows);
			}
		}
	}

	/** Reads one row. */
	public interface RowReader {

		void read(ResultSet row) throws SQLException;

	}

}
