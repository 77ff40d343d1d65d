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

	private void migrate(String version) {
		Flyway.configure()
			.dataSource(this.url, "", "")
			.locations("classpath:db/migration", "classpath:db/seed")
			.ignoreMigrationPatterns("*:missing", "*:ignored")
			.outOfOrder(true)
			.javaMigrations(new V10__KeysOfPledges())
			.target(version)
			.load()
			.migrate();
	}

}
