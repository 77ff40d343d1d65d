package org.awarenessweek.pledge;

import java.sql.Connection;
import java.sql.DriverManager;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

import static org.assertj.core.api.Assertions.assertThat;

/** A site that has pledges already keeps them, their links and their number. */
class KeysOfPledgesTests {

	private final String url = "jdbc:h2:mem:" + UUID.randomUUID();

	private Connection connection;

	private JdbcClient database;

	@BeforeEach
	void migrateToWhatWasThereBefore() throws Exception {
		this.connection = DriverManager.getConnection(this.url);
		this.database = JdbcClient.create(new SingleConnectionDataSource(this.connection, true));
		migrate("7");
	}

	@AfterEach
	void close() throws Exception {
		this.connection.close();
	}

	@Test
	void areMadeForThePledgesThatWereThereBefore() {
		UUID ada = pledge("CONFIRMED", "ada@gmail.com", "2021-06-08T23:30:00Z");
		UUID again = pledge("CONFIRMED", "a.da@gmail.com", "2021-06-09T10:00:00Z");
		UUID waiting = pledge("UNCONFIRMED", "late@example.org", null);
		UUID old = signature(ada, "ada@gmail.com", "2021-06-08T23:00:00Z");
		UUID first = signature(waiting, "late@example.org", "2021-06-08T09:00:00Z");
		UUID second = signature(waiting, "late@example.org", "2021-06-08T10:00:00Z");
		token("one", "pledge-confirm", old);
		token("two", "pledge-confirm", first);
		token("three", "pledge-mine", waiting);
		token("four", "pledge-mine", ada);
		migrate("11");
		assertThat(this.database.sql("select id from pledge").query(UUID.class).list()).containsExactlyInAnyOrder(ada,
				again);
		assertThat(this.database.sql("select id from pledge_signature where kind = 'MYSELF' and status = 'MAILED'")
			.query(UUID.class)
			.list()).containsExactlyInAnyOrder(first, second);
		assertThat(opens("one")).isEqualTo(ada);
		assertThat(opens("two")).isEqualTo(first);
		assertThat(opens("three")).isEqualTo(second);
		assertThat(opens("four")).isEqualTo(ada);
	}

	@Test
	void countEachOnItsDayInTheUkAndGiveOneMailboxOnePlace() {
		pledge("CONFIRMED", "ada@gmail.com", "2021-06-08T23:30:00Z");
		pledge("CONFIRMED", "a.da@gmail.com", "2021-06-09T10:00:00Z");
		migrate("11");
		assertThat(
				this.database.sql("select role, country, confirmed_on, number from pledge_change").query().listOfRows())
			.allSatisfy((line) -> assertThat(line.values()).map(String::valueOf)
				.containsExactly("MIDWIFE", "GB-ENG", "2021-06-09", "1"))
			.hasSize(2);
		List<Map<String, @Nullable Object>> keys = this.database.sql("select address_key from pledge")
			.query()
			.listOfRows();
		assertThat(keys).extracting((row) -> row.get("address_key"))
			.containsOnlyOnce((Object) null)
			.doesNotHaveDuplicates();
		assertThat(this.database.sql("select distinct length(certificate_number) from pledge")
			.query(Integer.class)
			.single()).isEqualTo(10);
	}

	@Test
	void bringThemToTheWallAndIntoTheTeamsSearch() {
		UUID ada = pledge("CONFIRMED", "ada@mail.example.org", "2021-06-08T10:00:00Z");
		change(ada, "organisation = 'Lééds Trust'");
		UUID hidden = pledge("CONFIRMED", "hidden@example.org", "2021-06-08T11:00:00Z");
		change(hidden, "organisation = 'Hidden Trust', hidden = true");
		UUID unshown = pledge("CONFIRMED", "unshown@example.org", "2021-06-08T12:00:00Z");
		change(unshown, "organisation = 'Quiet Trust', name_shown = false");
		UUID none = pledge("CONFIRMED", "none@example.org", "2021-06-08T13:00:00Z");
		change(none, "organisation = 'n/a'");
		migrate("latest");
		assertThat(terms(none)).contains("ada").noneMatch((term) -> term.startsWith("=organisation"));
		assertThat(number("select count(*) from pledge where organisation = 'n/a'")).isZero();
		assertThat(terms(ada)).containsExactlyInAnyOrder("", "=kind:MYSELF", "=role:MIDWIFE", "=country:GB-ENG",
				"=country:GB-ENG=role:MIDWIFE", "=organisation:leeds trust", "ada", "leeds", "trust", "leedstrust");
		assertThat(terms(hidden)).isEmpty();
		assertThat(terms(unshown)).isEmpty();
		assertThat(this.database.sql("select " + PledgeOrganisations.NAME + "from pledge_organisation o")
			.query(String.class)
			.list()).containsExactly("Lééds Trust");
		assertThat(words(ada)).containsExactlyInAnyOrder("ada", "leeds", "trust", "leedstrust", "@mail.example.org",
				"@example.org");
		assertThat(words(hidden)).containsExactlyInAnyOrder("ada", "hidden", "trust", "hiddentrust", "@example.org");
		assertThat(words(unshown)).containsExactlyInAnyOrder("ada", "quiet", "trust", "quiettrust", "@example.org");
	}

	/** More than are read or written together. */
	@Test
	void bringEveryOneOfManyToTheWallAndIntoTheTeamsSearch() {
		for (int i = 0; i < 4000; i++) {
			pledge("CONFIRMED", "ada" + i + "@mail.example.org", "2021-06-08T10:00:00Z");
		}
		migrate("latest");
		assertThat(number("select count(distinct pledge_id) from wall_line")).isEqualTo(4000);
		assertThat(number("select count(distinct pledge_id) from pledge_word")).isEqualTo(4000);
		assertThat(number("select count(*) from wall_line")).isEqualTo(4000 * 6);
		assertThat(number("select count(*) from pledge_word")).isEqualTo(4000 * 3);
	}

	private UUID pledge(String status, String address, @Nullable String confirmedAt) {
		UUID id = UUID.randomUUID();
		boolean confirmed = confirmedAt != null;
		this.database
			.sql("""
					insert into pledge (id, version, edition_id, kind, status, address_key, hidden, signed_at, name, address, role,
						country, name_shown, may_write, confirmed_at)
					select ?, 0, id, 'MYSELF', ?, ?, false, timestamp with time zone '2021-06-08 00:00:00Z', ?, ?, ?, ?, ?, ?,
						cast(? as timestamp with time zone)
					from edition where calendar_year = 2021""")
			.params(id, status, address)
			.param(confirmed ? "Ada" : null)
			.param(confirmed ? address : null)
			.param(confirmed ? "MIDWIFE" : null)
			.param(confirmed ? "GB-ENG" : null)
			.param(confirmed ? true : null)
			.param(confirmed ? false : null)
			.param(confirmedAt)
			.update();
		return id;
	}

	private UUID signature(UUID pledge, String address, String at) {
		UUID id = UUID.randomUUID();
		this.database
			.sql("""
					insert into pledge_signature (id, version, pledge_id, name, address, role, country, name_shown, may_write,
						signed_at)
					values (?, 0, ?, 'Ada', ?, 'MIDWIFE', 'GB-ENG', true, false, cast(? as timestamp with time zone))""")
			.params(id, pledge, address, at)
			.update();
		return id;
	}

	private void token(String hash, String purpose, UUID subject) {
		this.database.sql("insert into token (hash, purpose, subject_id) values (?, ?, ?)")
			.params(hash, purpose, subject)
			.update();
	}

	private UUID opens(String hash) {
		return this.database.sql("select subject_id from token where hash = ?").param(hash).query(UUID.class).single();
	}

	private void change(UUID pledge, String what) {
		this.database.sql("update pledge set " + what + " where id = ?").param(pledge).update();
	}

	private List<String> terms(UUID pledge) {
		return texts("select term from wall_line where pledge_id = ?", pledge);
	}

	private List<String> words(UUID pledge) {
		return texts("select word from pledge_word where pledge_id = ?", pledge);
	}

	private List<String> texts(String sql, UUID pledge) {
		return this.database.sql(sql).param(pledge).query((row, number) -> WallTerm.read(row.getBytes(1))).list();
	}

	private long number(String sql) {
		return this.database.sql(sql).query(Long.class).single();
	}

	private void migrate(String version) {
		Flyway.configure()
			.dataSource(this.url, "", "")
			.locations("classpath:db/migration", "classpath:db/seed")
			.ignoreMigrationPatterns("*:missing", "*:ignored")
			.javaMigrations(new V10__KeysOfPledges(), new V12_1__LinesOfTheWall(), new V14_1__WordsOfPledges(),
					new V22__WordsOfPledgesReadInOneWay())
			.target(version)
			.load()
			.migrate();
	}

}
