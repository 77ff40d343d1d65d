package org.awarenessweek.storage;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.datasource.SingleConnectionDataSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * On H2 the migrated constraints work after the connection that made them is closed:
 * every table accepts and changes rows with every value that its constraints list, and
 * rejects others only because of a constraint.
 */
class MigratedConstraintsTests {

	private static final int MOST_TRIES = 4000;

	/** SQL states of "check constraint violation" and "unique index violation". */
	private static final Set<String> HONEST = Set.of("23513", "23505");

	private static final Pattern LISTED = Pattern.compile("\"(\\w+)\" = ANY\\(ARRAY ?\\[(.*?)]\\)");

	private final String url = "jdbc:h2:mem:" + UUID.randomUUID();

	private final Random random = new Random(1);

	private Connection later;

	@BeforeEach
	void closeTheConnectionThatMigrated() throws SQLException {
		Connection migrating = DriverManager.getConnection(this.url);
		Flyway.configure()
			.dataSource(new SingleConnectionDataSource(migrating, true))
			.locations("classpath:db/migration")
			.load()
			.migrate();
		this.later = DriverManager.getConnection(this.url);
		migrating.close();
	}

	@AfterEach
	void close() throws SQLException {
		this.later.close();
	}

	@Test
	void everyTableTakesAndChangesRowsOfEveryKind() throws SQLException {
		run("set referential_integrity false");
		for (String table : texts("select table_name from information_schema.tables where table_schema = 'PUBLIC'"
				+ " and table_name <> 'flyway_schema_history'")) {
			List<Column> columns = columns(table);
			Set<String> missing = wanted(columns);
			for (int tries = 0; tries < MOST_TRIES && !missing.isEmpty(); tries++) {
				missing.removeAll(add(table, columns));
			}
			assertThat(missing).as(table).isEmpty();
		}
	}

	/** Each value that a constraint lists for a column, and any row at all. */
	private static Set<String> wanted(List<Column> columns) {
		Set<String> wanted = new TreeSet<>(Set.of("any row"));
		columns.forEach((column) -> column.listed().forEach((value) -> wanted.add(column.name() + " = " + value)));
		return wanted;
	}

	/** Inserts and updates a random row; returns its values if it was accepted. */
	private Set<String> add(String table, List<Column> columns) throws SQLException {
		List<String> values = columns.stream().map(this::value).toList();
		Set<String> has = new TreeSet<>(Set.of("any row"));
		List<String> changes = new ArrayList<>();
		for (int i = 0; i < values.size(); i++) {
			has.add(columns.get(i).name() + " = " + values.get(i));
			changes.add(columns.get(i).quoted() + " = " + values.get(i));
		}
		boolean taken = isTaken("insert into \"" + table + "\" ("
				+ columns.stream().map(Column::quoted).collect(Collectors.joining(", ")) + ") values ("
				+ String.join(", ", values) + ")")
				&& isTaken("update \"" + table + "\" set " + String.join(", ", changes));
		run("delete from \"" + table + "\"");
		return taken ? has : Set.of();
	}

	private boolean isTaken(String sql) throws SQLException {
		try {
			run(sql);
			return true;
		}
		catch (SQLException ex) {
			assertThat(ex.getSQLState()).as(() -> sql + ": " + ex.getMessage()).isIn(HONEST);
			return false;
		}
	}

	private String value(Column column) {
		if (column.nullable() && this.random.nextBoolean()) {
			return "null";
		}
		if (!column.listed().isEmpty()) {
			return column.listed().get(this.random.nextInt(column.listed().size()));
		}
		boolean early = this.random.nextBoolean();
		return switch (column.type()) {
			case "UUID" -> "random_uuid()";
			case "BOOLEAN" -> String.valueOf(early);
			case "DATE" -> early ? "date '2021-06-07'" : "date '2021-06-08'";
			case "TIME" -> early ? "time '09:00:00'" : "time '10:00:00'";
			case "TIMESTAMP WITH TIME ZONE" -> early ? "timestamp with time zone '2021-06-07 09:00:00Z'"
					: "timestamp with time zone '2021-06-08 09:00:00Z'";
			case "INTEGER", "BIGINT" -> "1";
			case "BINARY VARYING" -> "x'61'";
			case "JSON" -> "json '[]'";
			default -> "'a'";
		};
	}

	private List<Column> columns(String table) throws SQLException {
		List<String> checks = texts("""
				select c.check_clause from information_schema.check_constraints c
				join information_schema.table_constraints t on t.constraint_name = c.constraint_name
				where t.table_name = '%s'""".formatted(table));
		List<Column> columns = new ArrayList<>();
		try (Statement statement = this.later.createStatement(); var rows = statement.executeQuery("""
				select column_name, data_type, is_nullable from information_schema.columns
				where table_schema = 'PUBLIC' and table_name = '%s'""".formatted(table))) {
			while (rows.next()) {
				String name = rows.getString(1);
				columns.add(new Column(name, rows.getString(2), "YES".equals(rows.getString(3)), listed(name, checks)));
			}
		}
		return columns;
	}

	/** The values that constraints allow for a column, from their arrays. */
	private static List<String> listed(String column, List<String> checks) {
		return checks.stream()
			.flatMap((check) -> LISTED.matcher(check).results())
			.filter((list) -> list.group(1).equals(column))
			.map((MatchResult list) -> list.group(2))
			.flatMap((list) -> Stream.of(list.split(", ")))
			.toList();
	}

	private List<String> texts(String sql) throws SQLException {
		List<String> texts = new ArrayList<>();
		try (Statement statement = this.later.createStatement(); var rows = statement.executeQuery(sql)) {
			while (rows.next()) {
				texts.add(rows.getString(1));
			}
		}
		return texts;
	}

	private void run(String sql) throws SQLException {
		try (Statement statement = this.later.createStatement()) {
			statement.execute(sql);
		}
	}

	private record Column(String name, String type, boolean nullable, List<String> listed) {

		String quoted() {
			return '"' + this.name + '"';
		}

	}

}
