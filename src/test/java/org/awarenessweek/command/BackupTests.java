package org.awarenessweek.command;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

import org.awarenessweek.TestDatabases;
import org.awarenessweek.command.archive.Archive;
import org.awarenessweek.command.archive.Database;
import org.awarenessweek.command.archive.EmptyPlace;
import org.awarenessweek.command.archive.Receiver;
import org.awarenessweek.command.archive.Snapshot;
import org.awarenessweek.command.archive.Table;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

/** What was backed up comes back the same, on either kind of database, or not at all. */
@Tag(TestDatabases.TAG)
class BackupTests {

	private static final String STRANGE = "“Babies’” \"first\" \\ 'words'\n\t\u2028 👶 {} []";

	private static final String[] LOCATIONS = { "classpath:db/migration", "classpath:db/seed" };

	private final Path folder;

	private final String source = TestDatabases.newUrl();

	BackupTests(@TempDir Path folder) {
		this.folder = folder;
	}

	@BeforeEach
	void fill() throws SQLException {
		migrate(this.source, "latest");
		try (Connection database = DriverManager.getConnection(this.source)) {
			fill(database);
		}
	}

	private static int migrate(String url, String version) {
		return Flyway.configure()
			.dataSource(url, null, null)
			.locations(LOCATIONS)
			.target(version)
			.load()
			.migrate().migrationsExecuted;
	}

	/** A value of each kind, and what is hard to write. */
	private static void fill(Connection database) throws SQLException {
		run(database, "insert into pledge_total (edition_id, kind, aspect, which, number, changed_at) "
				+ "select id, 'MYSELF', 'ALL', '', 9000000000, timestamp with time zone '2021-06-08 10:00:00.123456+02:00' "
				+ "from edition where calendar_year = 2021");
		for (int i = 0; i < 3; i++) {
			run(database, "insert into pledge_change (edition_id, kind, confirmed_on, number, changed_at) "
					+ "select id, 'MYSELF', date '2021-06-08', 1, current_timestamp from edition where calendar_year = 2021");
		}
		run(database, "insert into toolkit_content (hash) values ('a')");
		try (PreparedStatement bytes = database
			.prepareStatement("insert into toolkit_portion (hash, number, bytes) values ('a', 0, ?)");
				PreparedStatement text = database.prepareStatement(
						"insert into passage (id, section, number, text, written_at, written_by) values ('00000000-0000-0000-0000-000000000001', 'STRANGE', 1, ?, current_timestamp, '')")) {
			bytes.setBytes(1, new byte[] { 0, -1, 10, 13, 92 });
			bytes.executeUpdate();
			text.setString(1, STRANGE);
			text.executeUpdate();
		}
	}

	@Test
	void comesBackTheSameAndGoesOnWhereItWas() throws Exception {
		String copy = newPlace("copy");
		assertThat(Terminal.done("restore", backup().toString(), "--spring.datasource.url=" + copy))
			.startsWith("Restored what there was at 20");
		assertThat(content(copy)).isEqualTo(content(this.source)).hasSizeGreaterThan(30);
		assertThat(types(copy)).containsExactlyInAnyOrder("text", "integer", "bigint", "boolean", "date", "time",
				"timestamp", "timestamp with time zone", "uuid", "bytes", "json");
		assertThat(migrate(copy, "latest")).isZero();
		try (Connection database = DriverManager.getConnection(copy)) {
			run(database, "insert into pledge_change (edition_id, kind, confirmed_on, number, changed_at) "
					+ "select id, 'MYSELF', date '2021-06-08', 1, current_timestamp from edition where calendar_year = 2021");
		}
		assertThat(Terminal.failed("restore", backup().toString(), "--spring.datasource.url=" + copy))
			.contains("nothing is put over");
	}

	/** From the database of this run to PostgreSQL, to H2, and back to PostgreSQL. */
	@Test
	void movesToTheOtherKindOfDatabaseAndBack() throws Exception {
		String postgres = TestDatabases.newPostgres();
		String file = "jdbc:h2:file:" + this.folder.resolve("moved") + ";WRITE_DELAY=0";
		String again = TestDatabases.newPostgres();
		assertThat(Terminal.done("move", "--to-url=" + postgres, "--spring.datasource.url=" + this.source))
			.startsWith("Copied and counted ")
			.contains("spring.datasource.url=" + postgres);
		assertThat(
				Terminal.done("move", "--to-url=" + file.replaceAll(";.*", ""), "--spring.datasource.url=" + postgres))
			.contains("spring.datasource.url=" + file);
		Terminal.done("move", "--to-url=" + again, "--spring.datasource.url=" + file);
		assertThat(content(again)).isEqualTo(content(this.source));
		try (Connection site = DriverManager.getConnection(postgres)) {
			assertThat(site.isValid(1)).isTrue();
			assertThat(Terminal.failed("move", "--to-url=" + TestDatabases.newPostgres(),
					"--spring.datasource.url=" + postgres))
				.contains("stop it first");
		}
	}

	@Test
	void hasWhatThereWasAtOneMoment() throws Exception {
		Path file = this.folder.resolve("moment");
		try (Connection reading = DriverManager.getConnection(this.source);
				Connection writing = DriverManager.getConnection(this.source)) {
			Snapshot snapshot = new Snapshot(reading);
			snapshot.version();
			Map<String, List<String>> before = content(this.source);
			run(writing, "delete from pledge_total");
			run(writing, "insert into toolkit_content (hash) values ('later')");
			Archive.write(file, snapshot, Instant.now());
			String copy = newPlace("moment");
			Terminal.done("restore", file.toString(), "--spring.datasource.url=" + copy);
			assertThat(content(copy)).isEqualTo(before);
		}
	}

	/** Killed in between, it would leave the same. */
	@Test
	void leavesNothingIfItEndsEarly() throws Exception {
		String copy = newPlace("early");
		assertThatIOException().isThrownBy(() -> {
			try (Archive backup = new Archive(backup());
					EmptyPlace place = new EmptyPlace(new Database(copy, null, null), backup.version())) {
				backup.copyTo(new Receiver() {

					@Override
					public void table(Table table) throws IOException, SQLException {
						if (table.name().equals("toolkit_item")) {
							assertNothingIsAt(copy);
							throw new IOException("the end");
						}
						place.table(table);
					}

					@Override
					public void row(@Nullable String[] values) throws SQLException {
						place.row(values);
					}

				});
			}
		});
		assertNothingIsAt(copy);
		assertThat(this.folder).isDirectoryNotContaining("glob:**unfinished*");
		Files.writeString(this.folder.resolve("early-unfinished.mv.db"), "left by a killed one");
		Terminal.done("restore", backup().toString(), "--spring.datasource.url=" + copy);
		assertThat(content(copy)).isEqualTo(content(this.source));
	}

	private void assertNothingIsAt(String url) throws SQLException {
		if (TestDatabases.isPostgres()) {
			try (Connection database = DriverManager.getConnection(url)) {
				assertThat(Table.all(database)).isEmpty();
			}
		}
		assertThat(this.folder.resolve("early.mv.db")).doesNotExist();
	}

	@Test
	void refusesAFileThatIsNotWholeOrWasChanged() throws Exception {
		Path backup = backup();
		byte[] bytes = Files.readAllBytes(backup);
		Path damaged = this.folder.resolve("damaged");
		Files.write(damaged, Arrays.copyOf(bytes, bytes.length - 2000));
		assertThat(restoreFails(damaged)).contains("not whole");
		bytes[bytes.length / 2] ^= 1;
		Files.write(damaged, bytes);
		assertThat(restoreFails(damaged)).contains("damaged");
		List<String> lines = lines(backup);
		write(damaged, lines.stream().filter((line) -> !line.contains("9000000000")).toList());
		assertThat(restoreFails(damaged)).contains("damaged");
		write(damaged, lines.stream().map((line) -> line.replace("\"format\":1", "\"format\":2")).toList());
		assertThat(restoreFails(damaged)).contains("written by a newer version");
		write(damaged,
				lines.stream()
					.map((line) -> line.replaceFirst("\"version\":\"[0-9.]+\"", "\"version\":\"999\""))
					.toList());
		assertThat(restoreFails(damaged)).contains("newer version of the site", "999");
		write(damaged, lines.stream().map((line) -> line.replace("\"theme_text\"", "\"theme_words\"")).toList());
		assertThat(restoreFails(damaged)).contains("The table edition is not as");
	}

	private String restoreFails(Path file) {
		return Terminal.failed("restore", file.toString(), "--spring.datasource.url=" + newPlace("refused"));
	}

	@Test
	void isRestoredByALaterVersionWhichThenMigratesIt() throws Exception {
		String old = TestDatabases.newUrl();
		migrate(old, "20");
		Path file = backup(old, "--keep=1");
		String copy = newPlace("old");
		Terminal.done("restore", file.toString(), "--spring.datasource.url=" + copy);
		assertThat(content(copy)).isEqualTo(content(old)).doesNotContainKey("event_change");
		assertThat(migrate(copy, "latest")).isPositive();
	}

	@Test
	void keepsTheLatestOfItsOwn() throws IOException {
		for (String other : List.of("week-20200101T000000Z.jsonl.gz", "week-20200102T000000Z.jsonl.gz",
				"week-20200103T000000Z.jsonl.gz", "week.mv.db", "week-2019.jsonl.gz")) {
			Files.writeString(this.folder.resolve(other), "");
		}
		Path latest = backup(this.source, "--keep=2");
		assertThat(this.folder.toFile().list()).containsExactlyInAnyOrder(latest.getFileName().toString(),
				"week-20200103T000000Z.jsonl.gz", "week.mv.db", "week-2019.jsonl.gz");
		assertThat(Files.getPosixFilePermissions(latest)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
	}

	private Path backup() throws IOException {
		return backup(this.source, "--keep=1");
	}

	/** Moved away, so that there may be another one in the same second. */
	private Path backup(String url, String keep) throws IOException {
		Path to = keep.endsWith("=1") ? Files.createTempDirectory(this.folder, "backup") : this.folder;
		String said = Terminal.done("backup", "--to=" + to, keep, "--spring.datasource.url=" + url);
		assertThat(said).startsWith("Wrote and read back ").contains("among them 0 pledges and ");
		return Path.of(said.replaceAll("(?s)Wrote and read back (\\S+).*", "$1"));
	}

	private String newPlace(String name) {
		return TestDatabases.isPostgres() ? TestDatabases.newPostgres()
				: "jdbc:h2:file:" + this.folder.resolve(name) + ";WRITE_DELAY=0";
	}

	/** All rows of all tables, in an order of their own; JSON without its spaces. */
	private static Map<String, List<String>> content(String url) throws IOException, SQLException {
		Map<String, List<String>> content = new TreeMap<>();
		try (Connection database = DriverManager.getConnection(url)) {
			new Snapshot(database).copyTo(new Receiver() {

				private List<String> rows = List.of();

				private List<String> types = List.of();

				@Override
				public void table(Table table) {
					this.rows = new ArrayList<>();
					this.types = List.copyOf(table.columns().values());
					content.put(table.name(), this.rows);
				}

				@Override
				public void row(@Nullable String[] values) {
					for (int i = 0; i < values.length; i++) {
						values[i] = (values[i] != null) ? same(this.types.get(i), values[i]) : null;
					}
					this.rows.add(Arrays.toString(values));
				}

			});
		}
		content.values().forEach((rows) -> rows.sort(null));
		return content;
	}

	/** Databases write the same value in several ways. */
	private static String same(String type, String text) {
		return switch (type) {
			case "json" -> JsonMapper.shared().readTree(text).toString();
			case "boolean" -> text.toLowerCase(Locale.ROOT).substring(0, 1);
			case "bytes" -> text.toLowerCase(Locale.ROOT);
			case "timestamp with time zone" ->
				OffsetDateTime.parse(text.replace(' ', 'T').replaceFirst("([+-]\\d\\d)$", "$1:00"))
					.toInstant()
					.toString();
			default -> text;
		};
	}

	/** The types of which there is a value. */
	private static Set<String> types(String url) throws SQLException {
		Set<String> types = new TreeSet<>();
		try (Connection database = DriverManager.getConnection(url)) {
			for (Table table : Table.all(database)) {
				for (Map.Entry<String, String> column : table.columns().entrySet()) {
					Table.query(
							database, "select 1 from " + Table.quoted(table.name()) + " where "
									+ Table.quoted(column.getKey()) + " is not null",
							(row) -> types.add(column.getValue()));
				}
			}
		}
		return types;
	}

	private static List<String> lines(Path file) throws IOException {
		try (var in = new GZIPInputStream(Files.newInputStream(file))) {
			return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().collect(Collectors.toList());
		}
	}

	private static void write(Path file, List<String> lines) throws IOException {
		try (var out = new BufferedWriter(
				new OutputStreamWriter(new GZIPOutputStream(Files.newOutputStream(file)), StandardCharsets.UTF_8))) {
			for (String line : lines) {
				out.write(line + "\n");
			}
		}
	}

	private static void run(Connection database, String sql) throws SQLException {
		try (Statement statement = database.createStatement()) {
			statement.execute(sql);
		}
	}

}
