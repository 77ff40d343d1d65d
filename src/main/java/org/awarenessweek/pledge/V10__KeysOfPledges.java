package org.awarenessweek.pledge;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.UUID;

import org.awarenessweek.door.SigningKey;
import org.awarenessweek.mail.EmailAddress;
import org.awarenessweek.site.SiteClock;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Component;

/**
 * Gives the pledges and signatures that were there before their keyed hashes in place of
 * addresses, the pledges their numbers, and the book of what counts its first lines.
 */
@Component
class V10__KeysOfPledges extends BaseJavaMigration {

	@Override
	public void migrate(Context context) {
		JdbcClient database = JdbcClient.create(new SingleConnectionDataSource(context.getConnection(), true));
		SigningKey key = new SigningKey(database);
		database.sql("select id, address from pledge_signature").query(Row::of).list().forEach((row) -> {
			EmailAddress address = new EmailAddress(String.valueOf(row.address()));
			database.sql("update pledge_signature set address_key = ?, domain = ? where id = ?")
				.params(PledgeKeys.address(key, address), address.domain(), row.id())
				.update();
		});
		database.sql("select id, address from pledge").query(Row::of).list().forEach((row) -> {
			EmailAddress address = (row.address() != null) ? new EmailAddress(row.address()) : null;
			database.sql("update pledge set address_key = null, domain = ?, certificate_number = ? where id = ?")
				.param((address != null) ? address.domain() : null)
				.params(ReadableCode.random(CertificateNumber.LENGTH), row.id())
				.update();
			if (address != null) {
				takePlace(database, row.id(), PledgeKeys.address(key, address));
			}
		});
		database.sql("select edition_id, kind, role, country, confirmed_at from pledge where status = 'CONFIRMED'")
			.query(Counted::of)
			.list()
			.forEach((pledge) -> database
				.sql("insert into pledge_change (edition_id, kind, role, country, confirmed_on, number, changed_at) "
						+ "values (?, ?, ?, ?, ?, 1, ?)")
				.params(pledge.edition(), pledge.kind())
				.param(pledge.role())
				.param(pledge.country())
				.params(pledge.confirmedAt().atZoneSameInstant(SiteClock.UK).toLocalDate(), pledge.confirmedAt())
				.update());
	}

	/** Two that were told apart by a dot go on counting; the first keeps the place. */
	private static void takePlace(JdbcClient database, UUID pledge, String addressKey) {
		database.sql("""
				update pledge set address_key = ? where id = ? and not exists (
					select 1 from pledge o
					where o.edition_id = pledge.edition_id and o.kind = pledge.kind and o.address_key = ?)""")
			.params(addressKey, pledge, addressKey)
			.update();
	}

	/** A pledge or a signature, and the address that was typed for it. */
	private record Row(UUID id, @Nullable String address) {

		static Row of(ResultSet row, int number) throws SQLException {
			return new Row(row.getObject("id", UUID.class), row.getString("address"));
		}

	}

	/** A pledge that counts. */
	private record Counted(UUID edition, String kind, @Nullable String role, @Nullable String country,
			OffsetDateTime confirmedAt) {

		static Counted of(ResultSet row, int number) throws SQLException {
			return new Counted(row.getObject("edition_id", UUID.class), row.getString("kind"), row.getString("role"),
					row.getString("country"), row.getObject("confirmed_at", OffsetDateTime.class));
		}

	}

}
